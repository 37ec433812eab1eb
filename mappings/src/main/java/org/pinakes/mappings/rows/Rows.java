package org.pinakes.mappings.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.tukaani.xz.XZIOException;

/** Reads an input as the rows of a logical source. */
public final class Rows {

    /**
     * What is to be read.
     *
     * @param references numbered by their position; for CSV column names, for JSON paths from the row
     * @param known columns or keys that other rules read, which therefore are not reported as unmapped
     */
    public record Request(LogicalSource source, List<String> references, Set<String> known) {
        public Request {
            references = List.copyOf(references);
            known = Set.copyOf(known);
        }
    }

    private Rows() {}

    /** Hands over each row in order. What cannot be read is reported, and reading goes on where the syntax allows it. */
    public static void read(Input input, Request request, Consumer<Finding> findings, Consumer<Row> rows) {
        try {
            if (request.source().formulation() == Formulation.XLSX) {
                try (InputStream bytes = input.content().open()) {
                    new XlsxRows(input, request, findings).read(bytes, rows);
                }
            } else {
                text(input, request, findings, rows);
            }
        } catch (IOException e) {
            broken(input, e, findings);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            broken(input, cause == null ? new IOException(e) : cause, findings);
        }
    }

    private static void text(Input input, Request request, Consumer<Finding> findings, Consumer<Row> rows)
            throws IOException {
        try (SourceText text = new SourceText(input.content().open(), input.encoding())) {
            switch (request.source().formulation()) {
                case CSV -> new CsvRows(input, request, findings).read(text, rows);
                case XPATH -> new XmlRows(input, request, findings).read(text, rows);
                default -> new JsonRows(input, request, findings).read(text, rows);
            }
            text.problem(input.address()).ifPresent(findings);
        }
    }

    /** Packed bytes that are broken are the document's fault; whatever else keeps bytes from being read is not. */
    private static void broken(Input input, IOException e, Consumer<Finding> findings) {
        if (!(e instanceof ZipException || e instanceof EOFException || e instanceof XZIOException)) {
            throw new UncheckedIOException(e);
        }
        String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
        String message = "The document cannot be unpacked from here on: " + reason + ".";
        findings.accept(Finding.at(Place.of(input.address()), Finding.Severity.VIOLATION, "lift/packing", message, ""));
    }

    /** Checks a reference; throws {@link IllegalArgumentException} with a sentence for the curator. */
    public static void check(Formulation formulation, Map<String, String> namespaces, String reference) {
        switch (formulation) {
            case JSON_PATH -> JsonPath.parse(reference);
            case XPATH -> XmlRows.compile(reference, namespaces);
            case CSV, XLSX -> {
                if (reference.isEmpty()) {
                    throw new IllegalArgumentException("the name of a column is empty");
                }
            }
        }
    }

    /** The top-level key or the column that a reference reads; empty when it may read any. */
    public static List<String> topLevel(Formulation formulation, String reference) {
        return formulation == Formulation.JSON_PATH ? JsonPath.parse(reference).topLevel() : List.of(reference);
    }

    /** The key of the outer iterator's objects through which the inner iterator goes, if it does. */
    public static List<String> keyBelow(String outer, String inner) {
        List<JsonPath.Step> from = JsonPath.parse(outer).steps();
        List<JsonPath.Step> to = JsonPath.parse(inner).steps();
        boolean below = to.size() > from.size() && to.subList(0, from.size()).equals(from);
        return below && to.get(from.size()) instanceof JsonPath.Step.Name next ? List.of(next.name()) : List.of();
    }
}
