package org.pinakes.shapes;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A record over what is known besides it, read as one graph. What both hold is told once; nothing is copied or remembered. Nearly
 * all questions of shapes are about a subject that only the record knows, and those go to the record alone.
 */
final class Layers extends GraphBase {
    private final Graph upper;
    private final Graph lower;
    private final Set<Node> below;

    /** @param below the subjects of the lower graph */
    Layers(Graph upper, Graph lower, Set<Node> below) {
        this.upper = upper;
        this.lower = lower;
        this.below = below;
    }

    Layers(Graph upper, Graph lower) {
        this(upper, lower, Set.copyOf(lower.find().mapWith(Triple::getSubject).toSet()));
    }

    private boolean onlyAbove(Node subject) {
        return subject.isConcrete() && !below.contains(subject);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return onlyAbove(pattern.getSubject())
                ? upper.find(pattern)
                : upper.find(pattern).andThen(lower.find(pattern).filterDrop(upper::contains));
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return upper.contains(pattern) || (!onlyAbove(pattern.getSubject()) && lower.contains(pattern));
    }
}
