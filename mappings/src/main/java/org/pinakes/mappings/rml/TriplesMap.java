package org.pinakes.mappings.rml;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.rows.LogicalSource;

/**
 * One rule of a mapping: what is said of the thing that a row speaks of.
 *
 * @param id its number in the file
 * @param name for people: the last part of its IRI
 * @param base {@code rml:baseIRI}, for values that are relative IRIs
 * @param classes IRIs
 */
public record TriplesMap(
        String id,
        String name,
        LogicalSource source,
        Optional<String> base,
        TermMap subject,
        List<Node> classes,
        List<TermMap> graphs,
        List<PredicateObjectMap> pairs) {

    public TriplesMap {
        classes = List.copyOf(classes);
        graphs = List.copyOf(graphs);
        pairs = List.copyOf(pairs);
    }
}
