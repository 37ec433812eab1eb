package org.pinakes.server.store;

import java.time.Instant;
import org.apache.jena.graph.Graph;
import org.pinakes.harvester.Catalogue.Entry;
import org.pinakes.ontology.Iris;

/** Makes the changes of one batch, against what the projection holds. */
final class RecordChanges {
    private final Projection projection;
    private final Iris iris;
    private final Instant now;

    RecordChanges(Projection projection, Iris iris, Instant now) {
        this.projection = projection;
        this.iris = iris;
        this.now = now;
    }

    LoggedChange of(Entry entry, PublishedRecords.Known before, long number) {
        Patching patch = new Patching();
        Graph provenance = Tombstones.with(entry, number);
        boolean unknown = before.number() == 0;
        patch.replace(entry.iri(), unknown ? Graph.emptyGraph : projection.copy(entry.iri()), entry.graph());
        boolean sameRecord = patch.isEmpty();
        String provenanceName = iris.provenance(entry.iri());
        Graph old = unknown ? Graph.emptyGraph : projection.copy(provenanceName);
        patch.replace(provenanceName, old, provenance);
        boolean elsewhere = !before.provider().equals(entry.provider()) || !Tombstones.sameSource(old, provenance);
        String kind = before.withdrawn() ? "created" : sameRecord && elsewhere ? "moved" : "updated";
        return new LoggedChange(number, entry.iri(), kind, now, entry.provider(), patch.removed(), patch.added());
    }

    /** The record goes and a tombstone stays. */
    LoggedChange withdrawal(String iri, String provider, long number) {
        Patching patch = new Patching();
        Graph graph = projection.copy(iri);
        patch.replace(iri, graph, Tombstones.nothing());
        String provenanceName = iris.provenance(iri);
        patch.replace(
                provenanceName,
                projection.copy(provenanceName),
                Tombstones.tombstone(iri, provider, graph, number, now));
        return new LoggedChange(number, iri, "withdrawn", now, provider, patch.removed(), patch.added());
    }
}
