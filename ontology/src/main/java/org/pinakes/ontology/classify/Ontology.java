package org.pinakes.ontology.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.KeptCodeLists;
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

    public Ontology {
        files = List.copyOf(files);
    }

    /**
     * Reads the code lists and classifies them, or takes both from the last time if no file has changed. The first fault is an
     * {@link InputProblem} with file and line.
     *
     * @param cache a folder to keep them in; nothing is kept if it cannot be written
     */
    public static Ontology load(DataFiles data, Path cache) {
        List<Path> definitions = data.below("ontology/definitions", "");
        List<Path> read = new ArrayList<>(definitions);
        read.addAll(data.below("ontology/codes", ".ttl"));
        read.addAll(data.below("ontology/mappings", ".tsv"));
        read.addAll(data.below("ontology", "code-systems.csv"));
        String fingerprint = data.fingerprint(read);
        Path file = cache.resolve("lists.bin");
        CodeLists codes = KeptCodeLists.read(file, fingerprint, data).orElseGet(() -> {
            CodeLists stated = CodeLists.load(data);
            CodeLists classified =
                    definitions.isEmpty() ? stated : stated.with(Classifier.classify(definitions, stated));
            keep(file, fingerprint, classified);
            return classified;
        });
        return new Ontology(codes, definitions, fingerprint);
    }

    private static void keep(Path file, String fingerprint, CodeLists codes) {
        try {
            KeptCodeLists.write(file, fingerprint, codes);
        } catch (IOException e) {
            LOG.debug("{} cannot be written; the next start reads and classifies again", file, e);
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
