package org.pinakes.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * Bytes that a provider gave us at a time. Immutable; the bytes lie in the raw store under their hash and can be read
 * again as often as wanted.
 *
 * @param address where they came from: a URL, or the path below the provider's file for local sources
 * @param mediaType without parameters, lower case, for example {@code text/turtle}
 * @param sha256 lower-case hex of the bytes
 * @param size in bytes
 */
public record Document(String address, String mediaType, Instant fetchedAt, String sha256, long size, Content content) {

    /** Opens the bytes from the start. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
