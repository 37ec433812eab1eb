package org.pinakes.server.store;

import java.time.Instant;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.Change;

/**
 * One change of one record as it stands in the log: an RDF Patch transaction with its headers.
 *
 * @param kind {@code created}, {@code updated}, {@code moved} or {@code withdrawn}
 * @param removed quads of the record's graph and its provenance graph
 */
record LoggedChange(
        long number, String record, String kind, Instant at, String provider, List<Quad> removed, List<Quad> added) {

    LoggedChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** What is told of it. */
    Change change() {
        return switch (kind) {
            case "created" -> new Change.Created(number, record);
            case "moved" -> new Change.Moved(number, record);
            case "withdrawn" -> new Change.Withdrawn(number, record);
            default -> new Change.Updated(number, record);
        };
    }
}
