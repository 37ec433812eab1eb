package org.pinakes.mappings.rows;

import java.util.Locale;
import java.util.Optional;

/** RML-IO reference formulations that are read. */
public enum Formulation {
    CSV,
    JSON_PATH;

    /** What is said to a person who asks for another one. */
    public static final String SUPPORTED =
            "rml:CSV (also for tab-separated values) and rml:JSONPath (also for newline-delimited JSON)";

    /** The formulation that reads documents of this media type or, where that says nothing, of this file name. */
    public static Optional<Formulation> of(String mediaType, String address) {
        String name = address.toLowerCase(Locale.ROOT);
        if (mediaType.equals("text/csv") || mediaType.equals("text/tab-separated-values")) {
            return Optional.of(CSV);
        }
        if (mediaType.endsWith("json") || mediaType.endsWith("jsonl") || mediaType.endsWith("json-seq")) {
            return Optional.of(JSON_PATH);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab")) {
            return Optional.of(CSV);
        }
        boolean json = name.endsWith("json") || name.endsWith(".jsonl");
        return json ? Optional.of(JSON_PATH) : Optional.empty();
    }
}
