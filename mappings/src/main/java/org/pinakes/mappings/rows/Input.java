package org.pinakes.mappings.rows;

import java.util.Locale;
import java.util.Optional;
import org.pinakes.ontology.Document;

/**
 * Bytes to be read as rows.
 *
 * @param encoding name of a charset; UTF-8 (or what a byte order mark says) when empty
 */
public record Input(String address, String mediaType, Optional<String> encoding, Document.Content content) {

    boolean isTabSeparated() {
        String name = address.toLowerCase(Locale.ROOT);
        return mediaType.equals("text/tab-separated-values") || name.endsWith(".tsv") || name.endsWith(".tab");
    }

    boolean isLines() {
        String name = address.toLowerCase(Locale.ROOT);
        return mediaType.endsWith("ndjson")
                || mediaType.endsWith("jsonl")
                || mediaType.endsWith("json-seq")
                || name.endsWith(".ndjson")
                || name.endsWith(".jsonl");
    }
}
