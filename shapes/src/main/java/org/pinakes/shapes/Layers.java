package org.pinakes.shapes;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Two graphs read as one. What both hold is told once; nothing is copied or remembered. */
final class Layers extends GraphBase {
    private final Graph upper;
    private final Graph lower;

    Layers(Graph upper, Graph lower) {
        this.upper = upper;
        this.lower = lower;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return upper.find(pattern).andThen(lower.find(pattern).filterDrop(upper::contains));
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return upper.contains(pattern) || lower.contains(pattern);
    }
}
