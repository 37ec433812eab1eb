package org.pinakes.ontology.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of {@code ontology/definitions} and the hierarchy of concepts that follows from them and the code lists.
 *
 * @param codes the code lists with that hierarchy
 * @param fingerprint changes when a definition or a code list does
 */
public record Ontology(CodeLists codes, List<Path> files, String fingerprint) {
    private static final Logger LOG = LoggerFactory.getLogger(Ontology.class);
    private static final String MARK = "# ";

    public Ontology {
        files = List.copyOf(files);
    }

    /**
     * Reads the code lists and classifies them, or takes the hierarchy from the last time if no file has changed. The first
     * fault is an {@link InputProblem} with file and line.
     *
     * @param cache a folder to remember the hierarchy in; nothing is remembered if it cannot be written
     */
    public static Ontology load(DataFiles data, Path cache) {
        List<Path> definitions = data.below("ontology/definitions", "");
        List<Path> read = new ArrayList<>(definitions);
        read.addAll(data.below("ontology/codes", ".ttl"));
        String fingerprint = data.fingerprint(read);
        CodeLists codes = CodeLists.load(data);
        if (definitions.isEmpty()) {
            return new Ontology(codes, definitions, fingerprint);
        }
        Path file = cache.resolve("inferred.nt");
        Map<String, List<String>> inferred = remembered(file, fingerprint).orElseGet(() -> {
            Map<String, List<String>> classified = Classifier.classify(definitions, codes);
            remember(file, fingerprint, classified);
            return classified;
        });
        return new Ontology(codes.with(inferred), definitions, fingerprint);
    }

    private static Optional<Map<String, List<String>>> remembered(Path file, String fingerprint) {
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(MARK + fingerprint)) {
                return Optional.empty();
            }
            Map<String, List<String>> inferred = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] nodes = line.split(" ", 4);
                inferred.computeIfAbsent(iri(nodes[0]), k -> new ArrayList<>(2)).add(iri(nodes[2]));
            }
            return Optional.of(inferred);
        } catch (IOException | IndexOutOfBoundsException e) {
            LOG.debug("{} cannot be used; the ontology is classified anew", file, e);
            return Optional.empty();
        }
    }

    private static String iri(String written) {
        return written.substring(1, written.length() - 1);
    }

    private static void remember(Path file, String fingerprint, Map<String, List<String>> inferred) {
        StringBuilder text = new StringBuilder(MARK).append(fingerprint).append('\n');
        inferred.forEach((concept, above) -> above.forEach(b -> text.append('<')
                .append(concept)
                .append("> <")
                .append(Terms.SUB_CLASS_OF.getURI())
                .append("> <")
                .append(b)
                .append("> .\n")));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "inferred", ".tmp");
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("{} cannot be written; the next start classifies again", file, e);
        }
    }

    /** The inferred statements: next broader concepts, and all of them at any height. */
    public Graph inferred() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        codes.lists()
                .values()
                .forEach(list -> list.forEach(c -> {
                    codes.broader(c.iri())
                            .forEach(b ->
                                    graph.add(Terms.iri(c.iri()), Terms.iri(Terms.SKOS + "broader"), Terms.iri(b)));
                    codes.ancestors(c.iri()).forEach(b -> {
                        graph.add(Terms.iri(c.iri()), Terms.iri(Terms.SKOS + "broaderTransitive"), Terms.iri(b));
                        graph.add(Terms.iri(c.iri()), Terms.SUB_CLASS_OF, Terms.iri(b));
                    });
                }));
        return graph;
    }

    /** The own terms and the definitions as they are stated, as far as they are written in Turtle. */
    public Graph stated(DataFiles data) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        List<Path> turtle = new ArrayList<>(files);
        turtle.add(data.home().resolve("ontology/pinakes.ttl"));
        turtle.stream()
                .filter(f -> f.toString().endsWith(".ttl") && Files.exists(f))
                .forEach(f -> read(f, graph));
        return graph;
    }

    private static void read(Path file, Graph graph) {
        try {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException e) {
            throw new InputProblem(file + ": this is not valid Turtle: " + e.getMessage() + ".", e);
        } catch (UncheckedIOException e) {
            throw new InputProblem(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
