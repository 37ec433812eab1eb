package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;

/** Holds our DCAT-AP 3 against the official shapes and examples, where other people's data lie beside the project. */
class OfficialShapesTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Path SHARED =
            Optional.ofNullable(System.getenv("PINAKES_SHARED")).map(Path::of).orElse(HOME.resolveSibling("shared"));

    private final DataFiles files = new DataFiles(HOME);
    private final Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory.empty());

    @BeforeEach
    void needs_the_shared_data() {
        assumeTrue(Files.isDirectory(SHARED.resolve("standards")));
    }

    @Test
    void the_example_of_healthdcat_ap_release_8_has_no_violation() {
        Graph graph = read(SHARED.resolve("standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl"))
                .orElseThrow();

        assertThat(violations(graph)).isEmpty();
    }

    @Test
    void the_examples_of_dcat_ap_have_no_violation_but_the_texts_that_fragments_leave_out() {
        List<Path> examples = rdfBelow(SHARED.resolve("standards/dcat-ap-3.0.1/examples"));

        assertThat(examples).hasSizeGreaterThan(10);
        for (Path example : examples) {
            read(example).ifPresent(g -> assertThat(violations(g))
                    .as(example.toString())
                    .allMatch(f -> f.rule().endsWith("-title") || f.rule().endsWith("-description"))
                    .allMatch(f -> f.value().isEmpty()));
        }
    }

    @Test
    void verdicts_differ_from_the_official_shapes_only_where_the_list_says_why() throws IOException {
        Map<String, String> known = known();
        Map<String, Set<String>> found = new TreeMap<>();
        int read = 0;
        for (Path file : documents()) {
            Optional<Graph> graph = read(file);
            if (graph.isPresent()) {
                read++;
                compare(graph.get(), file.getFileName().toString(), found);
            }
        }

        assertThat(read).isGreaterThan(30);
        assertThat(found.entrySet().stream().filter(e -> !known.containsKey(e.getKey())))
                .as("differences without a reason")
                .isEmpty();
        assertThat(known.keySet()).as("reasons that are no longer needed").isSubsetOf(found.keySet());
    }

    private void compare(Graph graph, String file, Map<String, Set<String>> found) {
        Map<String, String> ours = new TreeMap<>();
        violations(graph)
                .forEach(f -> ours.put(at(f.focus().orElse(""), f.path().orElse("")), f.rule()));
        Map<String, String> theirs = official(graph);
        ours.forEach((at, rule) -> {
            if (!theirs.containsKey(at)) {
                found.computeIfAbsent("ours\t" + rule, k -> new TreeSet<>()).add(file);
            }
        });
        theirs.forEach((at, rule) -> {
            if (!ours.containsKey(at)) {
                found.computeIfAbsent("official\t" + rule, k -> new TreeSet<>()).add(file);
            }
        });
    }

    private Map<String, String> official(Graph graph) {
        Shapes shapes = Shapes.parse(read(SHARED.resolve("standards/dcat-ap-3.0.1/shapes-patched.ttl"))
                .orElseThrow());
        Wording wording = new Wording(shapes.getGraph(), "en");
        Map<String, String> at = new TreeMap<>();
        for (ReportEntry entry : ShaclValidator.get().validate(shapes, graph).getEntries()) {
            if (Severity.Violation.equals(entry.severity())) {
                Shape shape = shapes.getShape(entry.source());
                String path = entry.resultPath() == null ? "" : wording.path(entry.resultPath());
                at.put(at(Wording.focus(entry.focusNode()), path), wording.ruleName(shape));
            }
        }
        return at;
    }

    private static String at(String focus, String path) {
        return focus + " " + path;
    }

    private List<Finding> violations(Graph graph) {
        return judge.judge("dcat-ap-3", graph).findings().stream()
                .filter(f -> f.severity() == Finding.Severity.VIOLATION)
                .toList();
    }

    /** Side, rule, reason. */
    private static Map<String, String> known() throws IOException {
        Path list = HOME.resolve("shapes/src/test/resources/official-differences.tsv");
        return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(l -> l.split("\t", 3))
                .collect(Collectors.toMap(c -> c[0] + "\t" + c[1], c -> c[2]));
    }

    private static Set<Path> documents() {
        Set<Path> documents = new TreeSet<>(rdfBelow(SHARED.resolve("providers/dcat")));
        rdfBelow(SHARED.resolve("standards")).stream()
                .filter(p -> p.toString().contains("example") || p.toString().contains("healthdcat-ap-de"))
                .forEach(documents::add);
        return documents;
    }

    private static List<Path> rdfBelow(Path folder) {
        Set<String> endings = new HashSet<>(Set.of("ttl", "rdf", "xml", "jsonld", "nt"));
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(p -> endings.contains(
                            p.toString().toLowerCase(Locale.ROOT).replaceFirst(".*\\.", "")))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is not RDF, and for a JSON-LD file whose context would have to be fetched. */
    private static Optional<Graph> read(Path file) {
        Graph graph = GraphMemFactory.createDefaultGraph();
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
