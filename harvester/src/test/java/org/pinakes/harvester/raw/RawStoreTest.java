package org.pinakes.harvester.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.Document;

final class RawStoreTest {
    @TempDir
    Path folder;

    private static RawStore.Incoming incoming(byte[] bytes) {
        return new RawStore.Incoming("a.ttl", "text/turtle", Instant.EPOCH, new ByteArrayInputStream(bytes));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_document_is_kept_once_under_its_hash_and_can_be_read_again() throws IOException {
        RawStore store = new RawStore(folder);
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        Document one = store.arrived(incoming(bytes), 100);
        Document two = store.arrived(incoming(bytes), 100);
        store.keep(one);
        store.keep(two);
        assertThat(one.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(two.sha256()).isEqualTo(one.sha256());
        assertThat(files()).hasSize(1);
        assertThat(store.read(one.sha256())).isEqualTo(bytes);
        assertThat(one.content().open().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_large_document_is_spooled_and_hashed_the_same() throws IOException {
        RawStore store = new RawStore(folder);
        byte[] bytes = new byte[(1 << 20) + 12345];
        Document large = store.arrived(incoming(bytes), 1 << 22);
        store.keep(large);
        assertThat(large.size()).isEqualTo(bytes.length);
        assertThat(store.read(large.sha256())).isEqualTo(bytes);
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_is_too_large_is_refused_and_leaves_nothing() throws IOException {
        RawStore store = new RawStore(folder);
        assertThatThrownBy(() -> store.arrived(incoming(new byte[11]), 10))
                .hasMessageContaining("larger than 10 bytes");
        assertThatThrownBy(() -> store.arrived(incoming(new byte[3 << 20]), 2 << 20))
                .hasMessageContaining("larger than");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_damaged_file_is_not_believed() throws IOException {
        RawStore store = new RawStore(folder);
        Document d = store.arrived(incoming(new byte[] {1, 2, 3}), 10);
        store.keep(d);
        Files.write(files().getFirst(), new byte[] {1});
        assertThatThrownBy(() -> store.read(d.sha256())).hasMessageContaining("damaged");
    }

    @Test
    void a_small_document_that_nobody_keeps_is_not_written() throws IOException {
        new RawStore(folder).arrived(incoming(new byte[] {1}), 10);
        assertThat(files()).isEmpty();
    }
}
