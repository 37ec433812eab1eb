package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCodeListsTest {
    private static final DataFiles FILES = new DataFiles(Path.of(System.getProperty("pinakes.home")));

    @TempDir
    Path folder;

    @Test
    void what_is_read_is_what_was_kept() throws IOException {
        CodeLists lists = CodeLists.load(FILES)
                .with(Map.of(
                        Terms.EUCAIM + "CLIN1000067", List.of(Terms.EUCAIM + "CLIN1000001", "https://x.example/Ł")));
        Path file = folder.resolve("new/lists.bin");
        KeptCodeLists.write(file, "f", lists);
        CodeLists read = KeptCodeLists.read(file, "f", FILES).orElseThrow();
        assertThat(read.lists()).isEqualTo(lists.lists());
        assertThat(read.names()).isEqualTo(lists.names()).allSatisfy(n -> assertThat(read.title(n))
                .isEqualTo(lists.title(n)));
        lists.lists()
                .values()
                .forEach(list -> list.forEach(c -> {
                    assertThat(read.broader(c.iri())).isEqualTo(lists.broader(c.iri()));
                    assertThat(read.narrower(c.iri())).isEqualTo(lists.narrower(c.iri()));
                    assertThat(read.mappings(c.iri())).isEqualTo(lists.mappings(c.iri()));
                    assertThat(read.conceptNamed(c.localName())).isEqualTo(lists.conceptNamed(c.localName()));
                }));
        assertThat(read.graph().isIsomorphicWith(lists.graph())).isTrue();
        assertThat(read.systems().read("SCT:39607008"))
                .isEqualTo(lists.systems().read("SCT:39607008"));
    }

    @Test
    void what_was_made_of_other_files_or_is_damaged_is_not_used() throws IOException {
        Path file = folder.resolve("lists.bin");
        assertThat(KeptCodeLists.read(file, "f", FILES)).isEmpty();
        KeptCodeLists.write(file, "f", CodeLists.load(FILES));
        assertThat(KeptCodeLists.read(file, "g", FILES)).isEmpty();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += bytes.length / 50) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(KeptCodeLists.read(file, "f", FILES)).as("byte %d", at).isEmpty();
            Files.write(file, Arrays.copyOf(bytes, at));
            assertThat(KeptCodeLists.read(file, "f", FILES)).as("cut at %d", at).isEmpty();
        }
    }
}
