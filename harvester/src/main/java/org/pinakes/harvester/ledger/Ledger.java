package org.pinakes.harvester.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents that a provider gave last time and the records that each of them described.
 *
 * @param change the catalogue's newest change when this was written; a ledger from a later state than the catalogue's is
 *     of no use
 * @param rules fingerprint of mappings, code lists, shapes and the provider's own file; another one means that every
 *     document is looked at again
 */
public record Ledger(long change, String rules, List<Seen> documents) {

    /**
     * A document.
     *
     * @param source position of its source in the provider's file
     * @param broken it could not be read, so it is looked at, and told, each time again
     * @param records IRIs of the records it describes, published or not
     */
    public record Seen(
            int source,
            String address,
            String sha256,
            boolean broken,
            String mediaType,
            long size,
            Instant at,
            List<String> records) {}

    public static Ledger empty() {
        return new Ledger(0, "", List.of());
    }

    /** The provider's ledger; empty if there is none or it cannot be read. */
    public static Ledger read(Path file) {
        try {
            return Files.exists(file) ? JsonMapper.shared().readValue(Files.readAllBytes(file), Ledger.class) : empty();
        } catch (IOException | JacksonException e) {
            return empty();
        }
    }

    /** Replaces the file atomically and durably. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, JsonMapper.shared().writeValueAsBytes(this));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The documents by source and address. */
    public Map<String, Seen> byAddress() {
        return documents.stream()
                .collect(Collectors.toMap(s -> key(s.source(), s.address()), Function.identity(), (a, b) -> b));
    }

    public static String key(int source, String address) {
        return source + " " + address;
    }

    /** Whether the document is the same, byte for byte, as last time, and could be read. */
    public static boolean same(Optional<Seen> seen, String sha256) {
        return seen.filter(s -> !s.broken() && s.sha256().equals(sha256)).isPresent();
    }
}
