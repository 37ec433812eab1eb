package org.pinakes.harvester.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which media type a file's name suggests. */
public final class MediaTypes {
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("json", "application/json"),
            Map.entry("zip", "application/zip"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ttl", "text/turtle"),
            Map.entry("nt", "application/n-triples"),
            Map.entry("nq", "application/n-quads"),
            Map.entry("trig", "application/trig"),
            Map.entry("rdf", "application/rdf+xml"),
            Map.entry("owl", "application/rdf+xml"),
            Map.entry("xml", "application/rdf+xml"),
            Map.entry("jsonld", "application/ld+json"));

    private MediaTypes() {}

    /** By the part after the last dot; empty when it is not one of those that Pinakes reads. */
    public static Optional<String> ofName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    /** Without parameters, lower case. */
    public static String plain(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
