package org.pinakes.mappings.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.tukaani.xz.XZIOException;

/** Reads an input as the rows of a logical source. */
public final class Rows {

    private Rows() {}

    /** Hands over each row in order. What cannot be read is reported, and reading goes on where the syntax allows it. */
    public static void read(Input input, RowRequest request, Consumer<Finding> findings, Consumer<Row> rows) {
        if (request.source().aggregate()) {
            new AggregateRow(input, request, findings).read(rows);
            return;
        }
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

    private static void text(Input input, RowRequest request, Consumer<Finding> findings, Consumer<Row> rows)
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

    /**
     * Which columns or paths of a source's rows are read when another source of the same file reads those references of its
     * own rows: the same ones when the rows are the same, and all of what the other goes on to iterate over.
     */
    public static Set<String> known(LogicalSource source, LogicalSource other, Set<String> references) {
        if (!other.file().equals(source.file())
                || other.formulation() != source.formulation()
                || source.aggregate()
                || other.aggregate()) {
            return Set.of();
        }
        if (other.iterator().equals(source.iterator())) {
            return references;
        }
        if (source.formulation() != Formulation.JSON_PATH) {
            return Set.of();
        }
        JsonPath rows = JsonPath.parse(source.iterator()).unfiltered();
        JsonPath others = JsonPath.parse(other.iterator()).unfiltered();
        if (rows.steps().equals(others.steps())) {
            Set<String> read = new HashSet<>(references);
            JsonPath.parse(other.iterator()).tested().forEach(p -> read.add(p.text()));
            return read;
        }
        return others.below(rows).map(p -> Set.of(p.unfiltered().text())).orElse(Set.of());
    }
}
