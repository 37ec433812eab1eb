package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.InputProblem;

/** The official test cases of RML-Core and of the sources of RML-IO, where the shared folder is there. */
final class SuiteTest {
    private static final String BASE = "http://example.com/";

    private static Path suites() {
        String named = System.getenv("PINAKES_SHARED");
        Path home = Path.of(System.getProperty("pinakes.home"));
        return (named == null ? home.resolveSibling("shared") : Path.of(named)).resolve("suites");
    }

    private static List<Path> cases(String suite, String prefix) throws IOException {
        Path folder = suites().resolve(suite).resolve("test-cases");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no shared folder");
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_suites_are_all_found() throws IOException {
        assertThat(cases("rml-core", "RMLTC")).hasSizeGreaterThanOrEqualTo(76);
        assertThat(cases("rml-io", "RMLSTC")).hasSizeGreaterThanOrEqualTo(32);
        List<String> names = Stream.concat(cases("rml-core", "RMLTC").stream(), cases("rml-io", "RMLSTC").stream())
                .map(p -> p.getFileName().toString())
                .toList();
        assertThat(names)
                .as("known failures are cases")
                .containsAll(knownFailures().keySet());
    }

    @TestFactory
    Stream<DynamicTest> rml_core() throws IOException {
        return tests("rml-core", "RMLTC");
    }

    @TestFactory
    Stream<DynamicTest> rml_io_sources() throws IOException {
        return tests("rml-io", "RMLSTC");
    }

    private static Stream<DynamicTest> tests(String suite, String prefix) throws IOException {
        Map<String, Boolean> errors = errors(suites().resolve(suite).resolve("test-cases/metadata.csv"));
        Map<String, String> known = knownFailures();
        return cases(suite, prefix).stream().map(folder -> {
            String id = folder.getFileName().toString();
            return DynamicTest.dynamicTest(id, () -> {
                String failure = failure(folder, errors.getOrDefault(id, false));
                if (known.containsKey(id)) {
                    assertThat(failure)
                            .as("%s passes; take it off known-failures.txt", id)
                            .isNotEmpty();
                } else {
                    assertThat(failure).isEmpty();
                }
            });
        });
    }

    /** Empty when the case passes. */
    private static String failure(Path folder, boolean error) throws IOException {
        Collected out = new Collected();
        Optional<String> problem = Optional.empty();
        try {
            Mapping.load(folder.resolve("mapping.ttl")).runSources(folder, BASE, out);
        } catch (InputProblem e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        if (error) {
            return problem.isPresent() || out.hasErrors() ? "" : "an error was expected";
        }
        Path output =
                Files.exists(folder.resolve("output.nq")) ? folder.resolve("output.nq") : folder.resolve("default.nq");
        String errors = out.hasErrors() ? "\n" + out.findings : "";
        return problem.orElseGet(() -> out.difference(read(output)) + errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Boolean> errors(Path metadata) throws IOException {
        Map<String, Boolean> errors = new TreeMap<>();
        if (Files.exists(metadata)) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(metadata)) {
                rows.forEach(r -> errors.put(r.getField("ID"), Boolean.valueOf(r.getField("error"))));
            }
        }
        return errors;
    }

    private static Map<String, String> knownFailures() throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        Path file = Path.of(System.getProperty("pinakes.home"), "mappings/src/test/resources/known-failures.txt");
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", 2);
                assertThat(parts).as("a known failure has a reason: %s", line).hasSize(2);
                known.put(parts[0], parts[1]);
            }
        }
        return known;
    }
}
