package org.pinakes.shapes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.pinakes.ontology.Terms;

/** Other people's records, examples and code lists, where they lie beside the project, and our own complete record. */
final class SharedRecords {
    static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Path SHARED =
            Optional.ofNullable(System.getenv("PINAKES_SHARED")).map(Path::of).orElse(HOME.resolveSibling("shared"));
    static final Path STANDARDS = SHARED.resolve("standards");

    private static final Node ACCESS_RIGHTS = Terms.iri(Terms.DCT + "accessRights");
    private static final String ACCESS = "http://publications.europa.eu/resource/authority/access-right/";

    private SharedRecords() {}

    static boolean there() {
        return Files.isDirectory(STANDARDS);
    }

    /** The Commission's example of HealthDCAT-AP Release 8, of non-public data. */
    static Graph example() {
        return read(STANDARDS.resolve("healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl"))
                .orElseThrow();
    }

    /** Our own record, of non-public data, with everything that there are rules for; it is a case, too. */
    static Graph complete() {
        Graph graph = read(HOME.resolve("shapes/tests/healthdcat-ap-8/complete.test.ttl"))
                .orElseThrow();
        graph.find(Node.ANY, Terms.TYPE, SHACL.ValidationReport)
                .toList()
                .forEach(t -> graph.remove(t.getSubject(), Node.ANY, Node.ANY));
        return graph;
    }

    static Graph codes() {
        Graph codes = GraphMemFactory.createDefaultGraphSameTerm();
        below(STANDARDS.resolve("background-codes"), Set.of("ttl"))
                .forEach(f -> GraphUtil.addInto(codes, read(f).orElseThrow()));
        return codes;
    }

    /** Every RDF document of a provider and every example of a standard that can be read as it is. */
    static Map<String, Graph> documents() {
        Map<String, Graph> documents = new TreeMap<>();
        Set<String> endings = Set.of("ttl", "rdf", "xml", "jsonld", "nt");
        Stream.concat(
                        below(SHARED.resolve("providers/dcat"), endings).stream(),
                        below(STANDARDS, endings).stream()
                                .filter(p -> p.toString().contains("example")
                                        || p.toString().contains("healthdcat-ap-de")))
                .forEach(f -> read(f).ifPresent(
                                g -> documents.put(SHARED.relativize(f).toString(), g)));
        return documents;
    }

    /** Whether its datasets have the access rights of the profile's level, and no others. */
    static boolean hasAccess(Graph graph, String profile) {
        List<Triple> rights = graph.find(Node.ANY, ACCESS_RIGHTS, Node.ANY)
                .filterKeep(t -> graph.contains(t.getSubject(), Terms.TYPE, Terms.DATASET))
                .toList();
        return !rights.isEmpty()
                && rights.stream().allMatch(t -> t.getObject().equals(Terms.iri(ACCESS + level(profile))));
    }

    private static String level(String profile) {
        return profile.replaceFirst("^healthdcat-ap-8-", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The graph with the access rights of a level where it has those of non-public data. */
    static Graph withAccess(Graph graph, String profile) {
        String level =
                profile.replaceFirst("^healthdcat-ap-8-", "").replace('-', '_').toUpperCase(Locale.ROOT);
        List<Triple> old = graph.find(Node.ANY, ACCESS_RIGHTS, Terms.iri(ACCESS + "NON_PUBLIC"))
                .toList();
        if (level.equals("NON_PUBLIC") || profile.equals("dcat-ap-3") || old.isEmpty()) {
            return graph;
        }
        Graph copy = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(copy, graph);
        for (Triple t : old) {
            copy.delete(t);
            copy.add(t.getSubject(), ACCESS_RIGHTS, Terms.iri(ACCESS + level));
        }
        return copy;
    }

    static List<Path> below(Path folder, Set<String> endings) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(p -> endings.contains(
                            p.toString().toLowerCase(Locale.ROOT).replaceFirst(".*\\.", "")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is not RDF, and for a JSON-LD file whose context would have to be fetched. */
    static Optional<Graph> read(Path file) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (file.toString().endsWith("jsonld") && text.matches("(?s).*\"@context\"\\s*:\\s*\\[?\\s*\"http.*")) {
                return Optional.empty();
            }
            RDFParser.source(file)
                    .base("https://example.org/" + file.getFileName())
                    .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
                    .parse(graph);
            return graph.isEmpty() ? Optional.empty() : Optional.of(graph);
        } catch (RiotException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
