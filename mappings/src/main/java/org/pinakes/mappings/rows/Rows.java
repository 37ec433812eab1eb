package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
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
     * @param known columns or paths that other rules read, which therefore are not reported as unmapped
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
        if (request.source().aggregate()) {
            new AggregateRow(input, request, findings).read(rows);
            return;
        }
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
