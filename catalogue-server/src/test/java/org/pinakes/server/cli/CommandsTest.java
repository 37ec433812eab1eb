package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a person calls them: exit code, stdout, stderr. */
final class CommandsTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    private static Said run(String... args) {
        CommandLine line = Main.commandLine(new DataFiles(HOME));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Said(line.execute(args), out.toString(), err.toString());
    }

    private String config(String... providers) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        for (int i = 0; i < providers.length; i++) {
            Files.writeString(folder.resolve("providers/p" + i + ".yaml"), providers[i]);
        }
        return Files.writeString(folder.resolve("pinakes.yaml"), "data: data\nproviders: providers\n")
                .toString();
    }

    private static String provider(String id, Path location, String mapping) {
        return "id: " + id + "\ntitle: " + id + "\nprofiles: [dcat-ap-3]\nsources:\n  - kind: file\n    location: "
                + location + "\n" + (mapping.isEmpty() ? "" : "    mapping: " + mapping + "\n");
    }

    private JsonNode harvest(String config, String... more) {
        String[] args = Stream.concat(Stream.of("harvest", "--json", "--config", config), Stream.of(more))
                .toArray(String[]::new);
        Said said = run(args);
        assertThat(said.out()).as(said.err()).startsWith("[");
        return JsonMapper.shared().readTree(said.out());
    }

    private static int changes(JsonNode reports, String kind) {
        int sum = 0;
        for (JsonNode report : reports) {
            sum += report.path("changes").path(kind).asInt(0);
        }
        return sum;
    }

    private static String datasets(int from, int to) {
        StringBuilder turtle = new StringBuilder(
                "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n");
        for (int i = from; i < to; i++) {
            turtle.append("<https://p.example/")
                    .append(i)
                    .append("> a dcat:Dataset ; dct:title \"T")
                    .append(i);
            turtle.append("\" ; dct:description \"D\" .\n");
        }
        return turtle.toString();
    }

    @Test
    void the_demo_is_harvested_and_a_second_time_nothing_is_done_again() throws IOException {
        String config = Files.writeString(
                        folder.resolve("demo.yaml"),
                        "data: data\nproviders: " + HOME.resolve("harvester/demo/providers") + "\n")
                .toString();
        JsonNode first = harvest(config);
        assertThat(changes(first, "created")).isGreaterThan(160);
        assertThat(changes(first, "quarantined")).isEqualTo(2);
        assertThat(first.toString())
                .contains("lift/no-subject", "lift/cell-count", "lift/invalid-iri", "lift/unmapped-column")
                .contains("identify/identifier-twice", "harmonise/unmapped", "publish/quarantined");
        JsonNode second = harvest(config);
        for (JsonNode report : second) {
            assertThat(report.path("skipped").asInt())
                    .isEqualTo(report.path("documents").asInt());
        }
        assertThat(changes(second, "created") + changes(second, "updated")).isZero();
        Said export = run("export", "--config", config, "--profile", "dcat-ap-3", "--format", "nt");
        assertThat(export.out()).contains("<http://www.w3.org/ns/dcat#Dataset>").doesNotContain("AsGiven");
        assertThat(run("history", "--config", config, "challenges.kits19").out())
                .contains("created");
        assertThat(run("rebuild", "--config", config).err()).contains("Rebuilt");
    }

    @Test
    @Timeout(120)
    void a_fault_ends_the_start_with_a_sentence_and_frees_port_and_directory() throws IOException {
        String config = config("id: p\ntitle: P\ncolour: blue\n");
        Said far = run("serve", "--config", config, "--port", "70000");
        assertThat(far.code()).isEqualTo(2);
        assertThat(far.err()).contains("--port: expected a number from 0 to 65535; found 70000.");
        Said fault = run("serve", "--config", config, "--port", "0");
        assertThat(fault.code()).isEqualTo(2);
        assertThat(fault.err()).contains("p0.yaml, line 3", "colour").doesNotContain("\tat ");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Said busy = run("serve", "--config", config("id: p\ntitle: P\nsources: []\n"), "--port", port);
            assertThat(busy.code()).isEqualTo(2);
            assertThat(busy.err()).contains("Port " + port + " on 127.0.0.1 cannot be used");
        }
        assertThat(run("rebuild", "--config", config).err()).contains("Rebuilt 0 datasets");
    }

    @Test
    void a_failed_fetch_deletes_nothing_and_the_guard_holds_back_a_mass_withdrawal() throws IOException {
        Path file = Files.writeString(folder.resolve("d.ttl"), datasets(0, 10));
        String config = config(provider("p", file, ""));
        assertThat(changes(harvest(config), "created")).isEqualTo(10);
        Files.writeString(file, datasets(0, 9));
        assertThat(changes(harvest(config), "withdrawn")).isEqualTo(1);
        Files.writeString(file, datasets(0, 2));
        JsonNode guarded = harvest(config);
        assertThat(guarded.get(0).path("outcome").asString("")).isEqualTo("GUARDED");
        assertThat(changes(guarded, "withdrawn")).isZero();
        Files.writeString(file, datasets(0, 2) + "broken <");
        JsonNode broken = harvest(config, "--force");
        assertThat(broken.toString()).contains("lift/syntax").contains("line 4");
        assertThat(changes(broken, "withdrawn")).isZero();
        Files.delete(file);
        assertThat(run("harvest", "--config", config).code()).isEqualTo(2);
        Files.writeString(file, datasets(0, 2));
        assertThat(changes(harvest(config, "--force"), "withdrawn")).isEqualTo(7);
    }

    @Test
    void a_record_that_no_longer_passes_stays_as_it_was() throws IOException {
        Path file = Files.writeString(folder.resolve("d.ttl"), datasets(0, 2));
        String config = config(provider("p", file, ""));
        harvest(config);
        Files.writeString(file, datasets(0, 1) + "<https://p.example/1> a dcat:Dataset ; dct:title \"only a title\" .");
        JsonNode report = harvest(config);
        assertThat(changes(report, "quarantined")).isEqualTo(1);
        assertThat(report.toString()).contains("The version that was published before stays");
        assertThat(run("export", "--config", config, "--format", "nt").out())
                .contains("\"T1\"")
                .doesNotContain("only a title");
    }

    @Test
    void a_dry_run_publishes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("d.ttl"), datasets(0, 3));
        String config = config(provider("p", file, ""));
        assertThat(changes(harvest(config, "--dry-run"), "created or updated")).isEqualTo(3);
        assertThat(run("export", "--config", config).out()).isEmpty();
    }

    @Test
    void two_documents_that_describe_one_dataset_are_put_together() throws IOException {
        Path two = Files.createDirectories(folder.resolve("two"));
        Files.writeString(two.resolve("a.ttl"), datasets(0, 1));
        Files.writeString(two.resolve("b.ttl"), datasets(0, 1).replace("\"D\"", "\"D\" ; dcat:keyword \"from b\""));
        String config = config(provider("p", two, ""));
        harvest(config);
        assertThat(run("export", "--config", config, "--format", "nt").out()).contains("from b");
        Files.writeString(two.resolve("a.ttl"), datasets(0, 1).replace("T0", "T0 changed"));
        assertThat(changes(harvest(config), "updated")).isEqualTo(1);
        assertThat(run("export", "--config", config, "--format", "nt").out()).contains("from b", "T0 changed");
    }

    @Test
    void what_a_person_gets_wrong_is_one_sentence_and_exit_code_2() throws IOException {
        Path wrongKey = Files.writeString(folder.resolve("a.yaml"), "prot: 8080\n");
        Path wrongPort = Files.writeString(folder.resolve("b.yaml"), "host: x\nport: eighty\n");
        Path file = Files.writeString(folder.resolve("d.ttl"), datasets(0, 1));
        String noMapping = config(provider("p", file, "none.rml.ttl"));
        for (List<String> wrong : List.of(
                List.of("serve --config " + wrongKey, "a.yaml, line 1: unknown key 'prot'; allowed are"),
                List.of("serve --config " + wrongPort, "b.yaml, line 2: 'port' must be a whole number"),
                List.of("serve --config " + folder.resolve("no.yaml"), "there is no such file"),
                List.of("harvest --config " + noMapping, "names the mapping 'none.rml.ttl'"),
                List.of("harvest --config " + noMapping + " nobody", "There is no provider 'nobody'; there are p."),
                List.of("map --mapping nowhere", "There is no mapping 'nowhere'"),
                List.of("validate " + file + " --profile dcat", "There is no profile 'dcat'"),
                List.of("validate " + folder.resolve("x.ttl") + " --profile dcat-ap-3", "There is no file"),
                List.of("harmonise colour", "Unknown field 'colour'; allowed are"))) {
            Said said = run(wrong.getFirst().split(" "));
            assertThat(said.code()).as(wrong.getFirst()).isEqualTo(2);
            assertThat(said.err())
                    .as(wrong.getFirst())
                    .contains(wrong.getLast())
                    .doesNotContain("\tat ");
            assertThat(said.err().strip().lines().count()).as(said.err()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void validate_says_pass_or_fail_by_its_exit_code() throws IOException {
        Path good = Files.writeString(folder.resolve("good.ttl"), datasets(0, 1));
        Path bad = Files.writeString(
                folder.resolve("bad.ttl"), "<https://p.example/x> a <http://www.w3.org/ns/dcat#Dataset> .");
        assertThat(run("validate", good.toString(), "--profile", "dcat-ap-3").code())
                .isZero();
        Said said = run("validate", bad.toString(), "--profile", "dcat-ap-3", "--format", "json");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("title");
    }

    @Test
    void several_files_and_profiles_are_told_together_and_a_broken_file_stops_nothing() throws IOException {
        Path two = Files.writeString(folder.resolve("two.ttl"), datasets(0, 2));
        Path broken = Files.writeString(folder.resolve("broken.ttl"), "<a> <b> .");
        Said said = run("validate", broken.toString(), two.toString(), "--profile", "dcat-ap-3,publication");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("broken.ttl, line 1, column 9").doesNotContain("two.ttl");
        assertThat(said.out()).contains("dcat-ap-3, release 3.0.1", "publication, release 1", "2 records");
        assertThat(run("validate", two.toString(), "--profile", "dcat-ap-3", "--format", "ttl")
                        .out())
                .contains("sh:ValidationReport");
        assertThat(run("validate", two.toString(), "--profile", "dcat-ap-3", "--format", "csv")
                        .out())
                .startsWith("document,record,");
    }

    @Test
    void a_waiver_lets_a_record_through_its_gate_until_it_ends_and_then_the_end_is_told() throws IOException {
        Path file = Files.writeString(
                folder.resolve("d.ttl"),
                "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
                        + " <https://p.example/1> a dcat:Dataset ; dct:title \"T\" ; dct:identifier \"1\" .");
        String config = config(provider("p", file, ""));
        Path provider = folder.resolve("providers/p0.yaml");
        assertThat(changes(harvest(config), "quarantined")).isEqualTo(1);
        String yaml = Files.readString(provider);
        String waiver = "waivers:\n  - {rule: %s, reason: The text comes next month., given: 2026-01-01, until: %s}\n";
        Files.writeString(provider, yaml + waiver.formatted("Dataset-nothing", "2999-01-01"));
        assertThat(run("harvest", "--config", config).err())
                .contains("p0.yaml, line", "the waiver names the rule 'Dataset-nothing'");
        Files.writeString(provider, yaml + waiver.formatted("description", "2999-01-01"));
        JsonNode waived = harvest(config);
        assertThat(changes(waived, "created")).isEqualTo(1);
        assertThat(waived.get(0)
                        .path("verdicts")
                        .path("publication")
                        .path("waived")
                        .asInt())
                .isEqualTo(1);
        Files.writeString(provider, yaml + waiver.formatted("description", "2026-01-02"));
        JsonNode ended = harvest(config);
        assertThat(ended.toString()).contains("waiver/expired", "ended on 2026-01-02");
        assertThat(changes(ended, "quarantined")).isEqualTo(1);
    }

    @Test
    void the_gate_is_what_the_configuration_names() throws IOException {
        Path file =
                Files.writeString(folder.resolve("d.ttl"), datasets(0, 1).replace("dct:description", "dct:abstract"));
        String config = config(provider("p", file, ""));
        assertThat(changes(harvest(config), "quarantined")).isEqualTo(1);
        Files.writeString(Path.of(config), Files.readString(Path.of(config)) + "publish-if: [nix]\n");
        assertThat(run("harvest", "--config", config).err()).contains("There is no profile 'nix'; there are:");
    }

    @Test
    void check_reads_every_data_file() {
        Said said = run("check");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("0 cases are not as they say");
    }

    private static Optional<Path> shared() {
        String named = System.getenv("PINAKES_SHARED");
        Path path = named == null ? HOME.resolve("../shared") : Path.of(named);
        return Files.isDirectory(path) ? Optional.of(path.toAbsolutePath().normalize()) : Optional.empty();
    }

    static boolean hasShared() {
        return shared().isPresent();
    }

    @Test
    @EnabledIf("hasShared")
    void real_lists_and_real_rdf_are_read_whole_and_what_is_not_used_is_told() throws IOException {
        Path real = shared().orElseThrow();
        String config = config(
                provider("idc", real.resolve("eucaim/idc/idc-collections.json"), "idc-collections.rml.ttl"),
                provider("tcia", real.resolve("eucaim/tcia/tcia-collections.csv"), "tcia-collections.rml.ttl"),
                provider("rdf", real.resolve("providers/dcat"), ""));
        JsonNode reports = harvest(config);
        assertThat(reports.get(0).path("changes").path("created").asInt()).isEqualTo(81);
        assertThat(reports.get(1).path("changes").path("created").asInt()).isEqualTo(73);
        assertThat(reports.get(0).toString() + reports.get(1)).doesNotContain("lift/unmapped");
        JsonNode rdf = reports.get(2);
        assertThat(rdf.path("outcome").asString("")).isEqualTo("COMPLETE");
        assertThat(rdf.path("documents").asInt()).isGreaterThanOrEqualTo(21);
        assertThat(rdf.path("changes").path("created").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(rdf.toString()).contains("lift/not-in-a-dataset");
        String out = run("export", "--config", config, "--format", "nt").out();
        assertThat(out).contains("<https://doi.org/10.7937/K9/TCIA.2017.7hs46erv>");
    }
}
