package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pinakes.ontology.Finding;

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
        try (SourceText text = new SourceText(input.content().open(), input.encoding())) {
            switch (request.source().formulation()) {
                case CSV -> new CsvRows(input, request, findings).read(text, rows);
                case XPATH -> new XmlRows(input, request, findings).read(text, rows);
                case JSON_PATH -> new JsonRows(input, request, findings).read(text, rows);
            }
            text.problem(input.address()).ifPresent(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a reference; throws {@link IllegalArgumentException} with a sentence for the curator. */
    public static void check(Formulation formulation, Map<String, String> namespaces, String reference) {
        switch (formulation) {
            case JSON_PATH -> JsonPath.parse(reference);
            case XPATH -> XmlRows.compile(reference, namespaces);
            case CSV -> {
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
