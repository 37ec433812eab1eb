package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A curator edits the ontology's files: what was harvested is read again from what was kept, and a fault costs nothing. */
final class EditedOntologyTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final String ULTRASOUND = "skos:altLabel \"ultrasonography\"@en, ";
    private static final String TABLE =
            """
            identifier,title,doi,cancer_type,body_site,modality,subjects,species,access,licence,landing_page,modified,publisher,facts_from
            one,One set,,Glioma,Brain,Klangbildverfahren,750,Human,Public,CC BY 4.0,https://example.org/one,,Somebody,a table
            """;

    @TempDir
    Path folder;

    private Path modalities;

    @BeforeEach
    void copy() throws IOException {
        DataFiles files = new DataFiles(HOME);
        for (String part : new String[] {"ontology", "mappings", "shapes", "queries"}) {
            for (Path file : files.below(part, "")) {
                Path copy = folder.resolve("home").resolve(HOME.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        modalities = folder.resolve("home/ontology/codes/modality.ttl");
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("c.yaml"), "data: data\nproviders: providers\n");
        Files.writeString(
                folder.resolve("providers/p.yaml"),
                "id: p\ntitle: P\nsources:\n  - kind: file\n    location: " + folder.resolve("table.csv")
                        + "\n    mapping: collections.rml.ttl\n");
        Files.writeString(folder.resolve("table.csv"), TABLE);
    }

    private record Ran(int code, String out, String err) {}

    private Ran run(String... args) {
        CommandLine line = Main.commandLine(new DataFiles(folder.resolve("home")));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(Stream.concat(
                        Stream.of(args),
                        Stream.of("--config", folder.resolve("c.yaml").toString()))
                .toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private JsonNode harvest(String... more) {
        Ran ran = run(
                Stream.concat(Stream.of("harvest", "--json"), Stream.of(more)).toArray(String[]::new));
        return JsonMapper.shared().readTree(ran.out()).get(0);
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(modalities);
        assertThat(text).contains(from);
        Files.writeString(modalities, text.replace(from, to));
    }

    private String export() {
        return run("export", "--format", "nt").out();
    }

    @Test
    void a_new_synonym_counts_after_a_replay_that_asks_no_provider() throws IOException {
        harvest();
        assertThat(export()).contains("\"Klangbildverfahren\"").doesNotContain("IMG1000035");
        Files.writeString(folder.resolve("table.csv"), "what the provider has by now");
        edit(ULTRASOUND, ULTRASOUND + "\"Klangbildverfahren\"@de, ");
        JsonNode report = harvest("--replay");
        assertThat(report.path("outcome").asString()).isEqualTo("COMPLETE");
        assertThat(report.path("changes").path("updated").asInt()).isEqualTo(1);
        assertThat(export()).contains("\"Klangbildverfahren\"", "IMG1000035");
        assertThat(harvest("--replay").path("changes").path("unchanged").asInt())
                .isEqualTo(1);
    }

    @Test
    void what_was_never_harvested_cannot_be_replayed() {
        JsonNode report = harvest("--replay");
        assertThat(report.path("outcome").asString()).isEqualTo("FAILED");
        assertThat(report.path("stopped").asString()).contains("'p' was not harvested yet");
    }

    private void people(String dataset) throws IOException {
        StringBuilder rows = new StringBuilder("participant_id\tage\tsex\n");
        for (int i = 0; i < 30; i++) {
            rows.append("sub-")
                    .append(i)
                    .append("\t5")
                    .append(i % 10)
                    .append('\t')
                    .append(i % 2 == 0 ? "F\n" : "M\n");
        }
        Files.writeString(folder.resolve("participants.tsv"), rows);
        Path provider = folder.resolve("providers/p.yaml");
        Files.writeString(
                provider,
                Files.readString(provider) + "  - kind: file\n    location: " + folder.resolve("participants.tsv")
                        + "\n    mapping: bids-participants.rml.ttl\n    dataset: " + dataset + "\n");
    }

    @Test
    void rows_of_people_are_left_as_they_are_by_a_replay() throws IOException {
        people("two");
        harvest();
        Files.writeString(folder.resolve("participants.tsv"), "what the provider has by now");
        edit(ULTRASOUND, ULTRASOUND + "\"Klangbildverfahren\"@de, ");
        JsonNode report = harvest("--replay");
        assertThat(report.path("stopped").asString()).isEmpty();
        assertThat(report.path("changes").path("updated").asInt()).isEqualTo(1);
        assertThat(report.path("skipped").asInt()).isEqualTo(1);
        assertThat(export()).contains("\"Klangbildverfahren\"", "IMG1000035");
    }

    @Test
    void what_rows_of_people_help_to_describe_is_not_replayed_without_them() throws IOException {
        people("one");
        harvest();
        assertThat(export()).contains("\"30\"", "\"One set\"");
        edit(ULTRASOUND, ULTRASOUND + "\"Klangbildverfahren\"@de, ");
        JsonNode report = harvest("--replay");
        assertThat(report.path("outcome").asString()).isEqualTo("FAILED");
        assertThat(report.path("stopped").asString())
                .contains("participants.tsv is of people", "harvest it without --replay", "what there was stays");
        assertThat(export()).contains("\"30\"").doesNotContain("IMG1000035");
        assertThat(harvest().path("changes").path("updated").asInt()).isEqualTo(1);
        assertThat(export()).contains("\"30\"", "IMG1000035");
    }

    @Test
    void a_kept_document_that_is_gone_fails_the_replay_and_changes_nothing() throws IOException {
        harvest();
        try (Stream<Path> kept = Files.walk(folder.resolve("data/raw"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        JsonNode report = harvest("--replay", "--force");
        assertThat(report.path("stopped").asString()).contains("is not there any more", "what there was stays");
        assertThat(export()).contains("\"One set\"");
    }

    @Test
    void a_fault_stops_harvests_and_leaves_the_version_of_before_served() throws IOException {
        harvest();
        DataFiles files = new DataFiles(folder.resolve("home"));
        Path kept = folder.resolve("data/ontology");
        var before = ServedOntology.load(files, kept).ontology().codes().lists().get("modality");
        edit(ULTRASOUND, "skos:broader <https://example.org/nowhere> ; " + ULTRASOUND);
        ServedOntology served = ServedOntology.load(files, kept);
        assertThat(served.fault().orElseThrow().getMessage())
                .contains("modality.ttl")
                .containsPattern("line \\d+");
        assertThat(served.ontology().codes().lists().get("modality"))
                .isEqualTo(before)
                .isNotEmpty();
        Ran ran = run("harvest", "--force");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("modality.ttl");
        assertThat(export()).contains("\"One set\"");
    }
}
