package org.pinakes.mappings.rows;

import java.util.Locale;
import java.util.Optional;

/** RML-IO reference formulations that are read. */
public enum Formulation {
    CSV("rml:CSV"),
    JSON_PATH("rml:JSONPath"),
    XPATH("rml:XPath"),
    XLSX("pin:XLSX");

    /** What is said to a person who asks for another one. */
    public static final String SUPPORTED =
            "rml:CSV (also for tab-separated values), rml:JSONPath (also for newline-delimited JSON), rml:XPath and"
                    + " pin:XLSX (spreadsheets)";

    private final String term;

    Formulation(String term) {
        this.term = term;
    }

    /** The formulation that reads documents of this media type or, where that says nothing, of this file name. */
    public static Optional<Formulation> of(String mediaType, String address) {
        String name = address.toLowerCase(Locale.ROOT);
        if (mediaType.equals("text/csv") || mediaType.equals("text/tab-separated-values")) {
            return Optional.of(CSV);
        }
        if (mediaType.endsWith("json") || mediaType.endsWith("jsonl") || mediaType.endsWith("json-seq")) {
            return Optional.of(JSON_PATH);
        }
        if (mediaType.equals("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            return Optional.of(XLSX);
        }
        if (mediaType.endsWith("xml")) {
            return Optional.of(XPATH);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab")) {
            return Optional.of(CSV);
        }
        if (name.endsWith("json") || name.endsWith(".jsonl")) {
            return Optional.of(JSON_PATH);
        }
        if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
            return Optional.of(XLSX);
        }
        return name.endsWith(".xml") ? Optional.of(XPATH) : Optional.empty();
    }

    /** The iterator of a source that states none: the whole document is the only row, and of a workbook the first sheet is read. */
    public String root() {
        return switch (this) {
            case CSV, XLSX -> "";
            case JSON_PATH -> "$";
            case XPATH -> "/*";
        };
    }

    /** As mappings write it. */
    @Override
    public String toString() {
        return term;
    }
}
