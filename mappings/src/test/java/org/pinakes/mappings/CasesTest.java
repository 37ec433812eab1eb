package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.SourcePointer;

/**
 * Runs the folders under {@code cases}. Each has a {@code mapping.ttl} and, with it, an {@code input.*} (or the files that
 * the mapping names), {@code expected.nq}, {@code findings.txt} and, where it matters, {@code pointers.txt}; or a
 * {@code problem.txt}, the message with which the mapping is refused. A folder {@code NAME--what} without one is a case of
 * {@code mappings/NAME.rml.ttl}; its tables are read as one archive. {@code -Dgolden=write} writes what is found.
 */
final class CasesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    private static List<Path> cases() throws IOException {
        Path folder = Path.of(System.getProperty("pinakes.home"), "mappings/src/test/resources/cases");
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    @Test
    void the_cases_are_found() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> each_case_gives_what_it_says() throws IOException {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> run(c)));
    }

    private static void run(Path folder) throws IOException {
        if (Files.exists(folder.resolve("problem.txt"))) {
            Throwable thrown =
                    catchThrowableOfType(InputProblem.class, () -> Mapping.load(folder.resolve("mapping.ttl"))
                            .runSources(folder, "https://example.org/", new Collected()));
            assertThat(thrown).as("refused").isNotNull();
            String message = String.valueOf(thrown.getMessage()).replace(folder.toString(), "FOLDER");
            golden(folder.resolve("problem.txt"), message + "\n");
            return;
        }
        Collected out = new Collected();
        Mapping mapping = Mapping.load(mapping(folder));
        Optional<Path> input = input(folder);
        if (input.isEmpty() && isOfShipped(folder)) {
            mapping.run(ShippedMappingsTest.archive(folder), "https://example.org/", out);
        } else if (input.isPresent()) {
            mapping.run(document(input.get()), "https://example.org/", out);
        } else {
            mapping.runSources(folder, "https://example.org/", out);
        }
        String findings = out.findings.stream().map(CasesTest::line).sorted().collect(Collectors.joining());
        golden(folder.resolve("findings.txt"), findings);
        if (Files.exists(folder.resolve("pointers.txt"))) {
            String pointers = out.pointers.stream().map(CasesTest::line).collect(Collectors.joining());
            golden(folder.resolve("pointers.txt"), pointers);
        }
        Path expected = folder.resolve("expected.nq");
        if (WRITE) {
            Files.writeString(expected, nquads(out.dataset));
        }
        assertThat(out.difference(Files.readString(expected))).isEmpty();
    }

    private static boolean isOfShipped(Path folder) {
        return folder.getFileName().toString().contains("--");
    }

    private static Path mapping(Path folder) {
        String name = folder.getFileName().toString();
        return isOfShipped(folder)
                ? Path.of(System.getProperty("pinakes.home"), "mappings", name.replaceFirst("--.*", "") + ".rml.ttl")
                : folder.resolve("mapping.ttl");
    }

    private static Optional<Path> input(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(p -> p.getFileName().toString().startsWith("input."))
                    .findFirst();
        }
    }

    private static Document document(Path file) throws IOException {
        String name = file.getFileName().toString();
        String mediaType =
                switch (name.substring(name.lastIndexOf('.'))) {
                    case ".csv" -> "text/csv";
                    case ".tsv" -> "text/tab-separated-values";
                    case ".xml" -> "application/xml";
                    case ".ndjson" -> "application/x-ndjson";
                    default -> "application/json";
                };
        return new Document(name, mediaType, Instant.EPOCH, "", Files.size(file), () -> Files.newInputStream(file));
    }

    private static String line(Finding f) {
        String place = f.place().map(Object::toString).orElse("");
        return f.severity() + " " + f.rule() + " [" + place + "] " + f.message() + "\n";
    }

    private static String line(SourcePointer p) {
        return p.triplesMap() + " [" + p.place() + "] \"" + p.raw().replace("\n", "\\n") + "\" -> "
                + NodeFmtLib.strNT(p.triple().getPredicate()) + " "
                + (p.triple().getObject().isBlank()
                        ? "_"
                        : NodeFmtLib.strNT(p.triple().getObject())) + "\n";
    }

    private static String nquads(DatasetGraph dataset) {
        return dataset.stream()
                .map(q -> NodeFmtLib.strNodesNT(q.getSubject(), q.getPredicate(), q.getObject())
                        + (q.isDefaultGraph() ? "" : " " + NodeFmtLib.strNT(q.getGraph())) + " .\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static void golden(Path file, String found) throws IOException {
        if (WRITE) {
            if (found.isEmpty() && file.endsWith("findings.txt")) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, found);
            }
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(found).isEqualTo(expected);
    }
}
