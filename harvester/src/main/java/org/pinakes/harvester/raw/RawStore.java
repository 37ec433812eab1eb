package org.pinakes.harvester.raw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.pinakes.ontology.Document;

/**
 * A content-addressed folder: {@code raw/ab/abcdef…}. Writing is atomic (temporary file, rename) but not fsynced: the log
 * is the truth, and a raw file that a crash cut is found by its hash and fetched again.
 */
public final class RawStore {
    private static final int IN_MEMORY = 1 << 16;
    private final Path folder;

    public RawStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and hashes what comes. A small document stays in memory until {@link #keep}; a larger one is written at once.
     *
     * @param maxBytes more than this many throw {@link TooLargeException}
     */
    public Document arrived(Incoming incoming, long maxBytes) throws IOException {
        try (InputStream bytes = incoming.bytes()) {
            byte[] head = bytes.readNBytes(IN_MEMORY);
            if (head.length > maxBytes) {
                throw new TooLargeException(incoming.address(), maxBytes);
            }
            if (head.length < IN_MEMORY) {
                String hash = HexFormat.of().formatHex(sha256().digest(head));
                return document(incoming, hash, head.length, () -> new ByteArrayInputStream(head));
            }
            return spool(incoming, new SequenceInputStream(new ByteArrayInputStream(head), bytes), maxBytes);
        }
    }

    /** As {@link #arrived}, but the bytes never touch the disk: they are of people, and only counts of them are kept. */
    public Document passing(Incoming incoming, long maxBytes) throws IOException {
        try (InputStream bytes = incoming.bytes()) {
            byte[] all = bytes.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8L));
            if (all.length > maxBytes) {
                throw new TooLargeException(incoming.address(), maxBytes);
            }
            String hash = HexFormat.of().formatHex(sha256().digest(all));
            return document(incoming, hash, all.length, () -> new ByteArrayInputStream(all));
        }
    }

    /** Keeps the bytes of a document under their hash. Safe for threads. */
    public void keep(Document document) throws IOException {
        Path file = path(document.sha256());
        if (Files.exists(file)) {
            return;
        }
        Path temporary = temporary();
        try (InputStream bytes = document.content().open();
                OutputStream out = Files.newOutputStream(temporary)) {
            bytes.transferTo(out);
        }
        moveTo(temporary, file);
    }

    /** A kept document's bytes; missing or damaged ones are an {@link IOException}. */
    public byte[] read(String sha256) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            throw new IOException("the kept document " + sha256 + " is not there any more");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!HexFormat.of().formatHex(sha256().digest(bytes)).equals(sha256)) {
            throw new IOException("the kept document " + sha256 + " is damaged");
        }
        return bytes;
    }

    private Document spool(Incoming incoming, InputStream bytes, long maxBytes) throws IOException {
        Path temporary = temporary();
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(temporary);
                DigestInputStream in = new DigestInputStream(bytes, digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > maxBytes) {
                    throw new TooLargeException(incoming.address(), maxBytes);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        Path file = path(hash);
        moveTo(temporary, file);
        return document(incoming, hash, size, () -> Files.newInputStream(file));
    }

    private static Document document(Incoming incoming, String hash, long size, Document.Content content) {
        return new Document(incoming.address(), incoming.mediaType(), incoming.fetchedAt(), hash, size, content);
    }

    private Path temporary() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("new" + UUID.randomUUID() + ".tmp");
    }

    private static void moveTo(Path temporary, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a fetcher hands over: where it came from and its bytes, which are read once and closed. */
    public record Incoming(String address, String mediaType, Instant fetchedAt, InputStream bytes) {}

    /** The provider sent more than is accepted. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String address, long maxBytes) {
            super(address + " is larger than " + maxBytes + " bytes, the most that is accepted of one document");
        }
    }
}
