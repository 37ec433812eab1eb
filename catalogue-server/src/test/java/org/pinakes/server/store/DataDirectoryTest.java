package org.pinakes.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.InputProblem;

final class DataDirectoryTest {
    @TempDir
    Path folder;

    private DataDirectory open(String base) {
        return DataDirectory.open(folder.resolve("data"), base, Instant.EPOCH);
    }

    @Test
    void the_base_is_fixed_when_the_directory_is_made() {
        open("https://one.example/").close();
        try (DataDirectory again = open("https://two.example/")) {
            assertThat(again.iris().base()).isEqualTo("https://one.example/");
        }
    }

    @Test
    void a_second_user_is_told_who_holds_it() {
        try (DataDirectory first = open("https://one.example/")) {
            first.serving("http://127.0.0.1:8080");
            assertThatThrownBy(() -> open("https://one.example/"))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("is in use by process")
                    .hasMessageContaining("http://127.0.0.1:8080");
        }
    }

    @Test
    void a_newer_format_a_foreign_folder_and_a_file_are_refused() throws IOException {
        open("https://one.example/").close();
        Files.writeString(folder.resolve("data/pinakes.json"), "{\"format\": 99, \"base\": \"https://one.example/\"}");
        assertThatThrownBy(() -> open("https://one.example/"))
                .hasMessageContaining("written by a newer Pinakes (format 99");
        Files.writeString(folder.resolve("data/pinakes.json"), "{\"for");
        assertThatThrownBy(() -> open("https://one.example/")).hasMessageContaining("is damaged");
        assertThatThrownBy(() -> DataDirectory.open(folder, "https://one.example/", Instant.EPOCH))
                .hasMessageContaining("is no Pinakes data directory");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataDirectory.open(file, "https://one.example/", Instant.EPOCH))
                .hasMessageContaining("is a file");
    }
}
