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
        Provider p = ProviderFiles.read(
                yaml(
                        "a.yaml",
                        "id: a\ntitle: A\nprofiles: [dcat-ap-3]\nsources:\n  - kind: file\n    location: x.csv\n    mapping: m.ttl\n"));
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
    void two_files_with_one_id_are_refused() throws IOException {
        String text = "id: same\ntitle: S\nsources:\n  - {kind: file, location: x.csv}\n";
        yaml("f.yaml", text);
        yaml("g.yaml", text);
        assertThatThrownBy(() -> ProviderFiles.readAll(folder)).hasMessageContaining("already used by");
    }
}
