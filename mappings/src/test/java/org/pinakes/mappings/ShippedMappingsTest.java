package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Terms;

/**
 * Runs the mappings that ship over real files of others, where they are there. {@code real-files.tsv} says how many datasets
 * each describes and how many of its rows or values cannot be read, {@code unmapped.tsv} which columns and keys no rule reads; {@code -Dgolden=write} rewrites the latter.
 */
final class ShippedMappingsTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Path RESOURCES = HOME.resolve("mappings/src/test/resources");
    private static final Path SHARED = Path.of(System.getenv()
            .getOrDefault("PINAKES_SHARED", HOME.resolve("../shared").toString()));

    private record Real(String mapping, String file, int datasets, int violations) {
        static Real of(String line) {
            String[] cells = line.split("\t");
            return new Real(cells[0], cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
        }

        Collected lifted() throws IOException {
            Collected out = new Collected();
            Path path = SHARED.resolve(file);
            ShippedMappingsTest.mapping(mapping)
                    .run(Files.isDirectory(path) ? archive(path) : document(path), "https://example.org/", out);
            return out;
        }
    }

    private static List<Real> files() throws IOException {
        return Files.isDirectory(SHARED)
                ? Files.readAllLines(RESOURCES.resolve("real-files.tsv")).stream()
                        .skip(1)
                        .map(Real::of)
                        .toList()
                : List.of();
    }

    @TestFactory
    Stream<DynamicTest> real_files_give_their_datasets() throws IOException {
        return files().stream()
                .map(f -> DynamicTest.dynamicTest(f.mapping() + " " + f.file(), () -> {
                    Collected out = f.lifted();
                    assertThat(datasets(out)).hasSize(f.datasets());
                    assertThat(out.dataset.isEmpty()).isFalse();
                    assertThat(out.findings)
                            .filteredOn(x -> x.severity() == Finding.Severity.VIOLATION)
                            .hasSize(f.violations());
                }));
    }

    @Test
    void what_no_rule_reads_of_real_files_is_known() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (Real file : files()) {
            for (Finding finding : file.lifted().findings) {
                if (finding.rule().startsWith("lift/unmapped")) {
                    String field = finding.place().map(Place::field).orElse("");
                    lines.add(file.mapping() + "\t" + file.file() + "\t" + field + "\n");
                }
            }
        }
        Path golden = RESOURCES.resolve("unmapped.tsv");
        if (lines.isEmpty()) {
            return;
        }
        String found = "mapping\tfile\tcolumn or key\n" + String.join("", lines);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, found);
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    @Test
    void nothing_of_one_person_leaves_an_aggregating_mapping() throws IOException {
        List<String> seen = new ArrayList<>();
        try (Stream<Path> cases = Files.list(RESOURCES.resolve("cases"))) {
            for (Path folder : cases.filter(ShippedMappingsTest::isAggregating).toList()) {
                seen.add(folder.getFileName().toString());
                try (Stream<Path> files = Files.list(folder)) {
                    String made = files.filter(p -> !p.getFileName().toString().startsWith("input"))
                            .map(ShippedMappingsTest::text)
                            .collect(Collectors.joining());
                    String given = text(
                            folder.resolve(folder.toString().contains("participants") ? "input.tsv" : "input.json"));
                    assertThat(given).contains("CANARY");
                    assertThat(made).doesNotContain("CANARY");
                }
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void the_registration_workbook_says_what_its_sheets_say_as_tables() throws IOException {
        Path folder = RESOURCES.resolve("cases/eucaim-registration--one-hospital");
        Collected tables = new Collected();
        Collected workbook = new Collected();
        mapping("eucaim-registration").run(archive(folder), "https://example.org/", tables);
        mapping("eucaim-registration-xlsx").run(workbook(folder), "https://example.org/", workbook);
        assertThat(tables.dataset.isEmpty()).isFalse();
        assertThat(IsoMatcher.isomorphic(tables.dataset, workbook.dataset)).isTrue();
    }

    private static Mapping mapping(String name) {
        return Mapping.load(HOME.resolve("mappings/" + name + ".rml.ttl"));
    }

    private static Document workbook(Path folder) throws IOException {
        Workbook workbook = new Workbook();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                StringBuilder rows = new StringBuilder();
                try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
                    csv.forEach(r -> rows.append(row(r)));
                }
                workbook.sheet(file.getFileName().toString().replace(".csv", ""), rows.toString());
            }
        }
        byte[] all = workbook.bytes();
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return new Document(
                "registration.xlsx", type, Instant.EPOCH, "", all.length, () -> new ByteArrayInputStream(all));
    }

    private static String row(CsvRecord record) {
        StringBuilder row = new StringBuilder("<row r=\"" + record.getStartingLineNumber() + "\">");
        for (int i = 0; i < record.getFieldCount(); i++) {
            String column = i < 26 ? "" + (char) ('A' + i) : "" + (char) ('A' + i / 26 - 1) + (char) ('A' + i % 26);
            if (!record.getField(i).isEmpty()) {
                row.append("<c r=\"" + column + record.getStartingLineNumber() + "\" t=\"inlineStr\"><is><t>"
                        + record.getField(i) + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    private static boolean isAggregating(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("(bids-participants|fhir-imagingstudies|chaimeleon-index)--.*");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Node> datasets(Collected out) {
        return out.dataset.stream()
                .map(Quad::asTriple)
                .filter(t ->
                        t.getPredicate().equals(Terms.TYPE) && t.getObject().equals(Terms.DATASET))
                .map(t -> t.getSubject())
                .collect(Collectors.toSet());
    }

    private static Document document(Path file) throws IOException {
        String name = file.getFileName().toString();
        String mediaType = name.endsWith(".json")
                ? "application/json"
                : name.endsWith(".tsv") ? "text/tab-separated-values" : "text/csv";
        return new Document(name, mediaType, Instant.EPOCH, "", Files.size(file), () -> Files.newInputStream(file));
    }

    /** A folder of tables, as the registry exports it. */
    static Document archive(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        byte[] all = bytes.toByteArray();
        return new Document(
                "tables.zip", "application/zip", Instant.EPOCH, "", all.length, () -> new ByteArrayInputStream(all));
    }
}
