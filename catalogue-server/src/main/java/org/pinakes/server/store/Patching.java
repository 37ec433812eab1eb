package org.pinakes.server.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.Terms;

/** Collects the difference between graphs as they are and as they shall be. Blank nodes are compared by label. */
final class Patching {
    private final List<Quad> removed = new ArrayList<>();
    private final List<Quad> added = new ArrayList<>();

    void replace(String name, Graph before, Graph after) {
        Node graph = Terms.iri(name);
        before.find().filterDrop(after::contains).forEachRemaining(t -> removed.add(Quad.create(graph, t)));
        after.find().filterDrop(before::contains).forEachRemaining(t -> added.add(Quad.create(graph, t)));
    }

    boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    List<Quad> removed() {
        return removed;
    }

    List<Quad> added() {
        return added;
    }
}
