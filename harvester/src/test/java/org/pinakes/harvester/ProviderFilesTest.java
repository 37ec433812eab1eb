package org.pinakes.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Waiver;

final class ProviderFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_source() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    }

    private Path yaml(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_provider_is_read_with_its_sources_resolved() throws IOException {
        Provider p = ProviderFiles.read(yaml(
                "a.yaml",
                "id: a\n"
                        + "title: A\n"
                        + "profiles: [dcat-ap-3]\n"
                        + "sources:\n"
                        + "  - kind: file\n"
                        + "    location: x.csv\n"
                        + "    mapping: m.ttl\n"));
        assertThat(p.sources().getFirst().location())
                .isEqualTo(folder.resolve("x.csv").toString());
        assertThat(p.sources().getFirst().mapping()).contains("m.ttl");
        assertThat(p.withdrawAtMost()).isEqualTo(0.2);
    }

    @Test
    void mistakes_are_told_with_file_line_key_and_what_is_allowed() throws IOException {
        Path kind = yaml("b.yaml", "id: b\ntitle: B\nsources:\n  - kind: ftp\n    location: x\n");
        assertThatThrownBy(() -> ProviderFiles.read(kind))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("b.yaml, line 4: 'sources.kind' must be 'file' or 'http', found 'ftp'");
        Path id = yaml("c.yaml", "id: My Hospital\ntitle: C\n");
        assertThatThrownBy(() -> ProviderFiles.read(id)).hasMessageContaining("line 1: 'id' must be lower-case");
        Path missing = yaml("d.yaml", "id: d\ntitle: D\nsources:\n  - kind: file\n    location: nothing.csv\n");
        assertThatThrownBy(() -> ProviderFiles.read(missing)).hasMessageContaining("that exists");
        Path none = yaml("e.yaml", "id: e\ntitle: E\n");
        assertThatThrownBy(() -> ProviderFiles.read(none)).hasMessageContaining("at least one source");
    }

    @Test
    void a_waiver_says_rule_reason_and_days_and_a_wrong_one_is_told_with_its_line() throws IOException {
        String start =
                "id: w\ntitle: W\nsources:\n  - {kind: file, location: x.csv}\nwaivers:\n  - rule: Dataset-hdab\n";
        Waiver waiver = ProviderFiles.read(yaml(
                        "w.yaml",
                        start
                                + "    profile: ehds\n"
                                + "    reason: None is designated.\n"
                                + "    given: 2026-11-01\n"
                                + "    until: 2027-03-26\n"))
                .waivers()
                .getFirst();
        assertThat(waiver.rule()).isEqualTo("Dataset-hdab");
        assertThat(waiver.profile()).contains("ehds");
        assertThat(waiver.until()).isEqualTo("2027-03-26");
        assertThat(waiver.place()).hasToString("w.yaml, line 6");
        Path noReason = yaml("w1.yaml", start + "    given: 2026-11-01\n    until: 2027-03-26\n");
        assertThatThrownBy(() -> ProviderFiles.read(noReason))
                .hasMessageContaining("w1.yaml, line 6: the key 'waivers.reason' is missing");
        Path noDay = yaml("w2.yaml", start + "    reason: R\n    given: 2026-02-30\n    until: never\n");
        assertThatThrownBy(() -> ProviderFiles.read(noDay))
                .hasMessageContaining("w2.yaml, line 8: 'waivers.given' must be a day written as year-month-day");
        Path swapped = yaml("w3.yaml", start + "    reason: R\n    given: 2026-02-03\n    until: 2026-02-01\n");
        assertThatThrownBy(() -> ProviderFiles.read(swapped))
                .hasMessageContaining(
                        "w3.yaml, line 9: 'waivers.until' must be a day on or after 'given' (2026-02-03)");
    }

    @Test
    void two_files_with_one_id_are_refused() throws IOException {
        String text = "id: same\ntitle: S\nsources:\n  - {kind: file, location: x.csv}\n";
        yaml("f.yaml", text);
        yaml("g.yaml", text);
        assertThatThrownBy(() -> ProviderFiles.readAll(folder)).hasMessageContaining("already used by");
    }
}
