package org.pinakes.mappings.rows;

import java.util.Map;
import java.util.Set;

/**
 * What one triples map iterates over (RML-IO section "Logical source"). Two triples maps with equal logical sources are
 * served by one reading.
 *
 * @param file where the source lies
 * @param iterator JSONPath of the objects or XPath of the nodes that are rows, or the name of a sheet; empty for CSV and first sheets
 * @param namespaces by prefix, for XPath
 * @param nulls values that count as no value ({@code rml:null})
 * @param aggregate {@code pin:aggregate}: all rows together are one row, and references are {@link Aggregate}s
 */
public record LogicalSource(
        SourceFile file,
        Formulation formulation,
        String iterator,
        Set<String> nulls,
        Dialect dialect,
        Map<String, String> namespaces,
        boolean aggregate) {

    public LogicalSource {
        nulls = Set.copyOf(nulls);
        namespaces = Map.copyOf(namespaces);
    }

    /** The same reading of whatever file: equal for triples maps that are served by one reading of a given document. */
    public LogicalSource of(SourceFile other) {
        return new LogicalSource(other, formulation, iterator, nulls, dialect, namespaces, aggregate);
    }

    /** Checks a reference; throws {@link IllegalArgumentException} with a sentence for the curator. */
    public void check(String reference) {
        String read = aggregate ? Aggregate.parse(reference).reference() : reference;
        if (!aggregate || !read.isEmpty()) {
            Rows.check(formulation, namespaces, read);
        }
    }
}
