package org.pinakes.mappings;

import org.apache.jena.graph.Node;
import org.pinakes.mappings.rows.Row;

/** Makes a term of each value of a reference. */
final class ReferenceMaker implements TermMaker {
    private final int reference;
    private final NodeMaker nodes;

    ReferenceMaker(int reference, NodeMaker nodes) {
        this.reference = reference;
        this.nodes = nodes;
    }

    @Override
    public void make(Row row, TermBuffer out) {
        int count = row.count(reference);
        for (int i = 0; i < count; i++) {
            Node node = nodes.node(row.value(reference, i), row, reference, i);
            if (node != null) {
                out.add(node, raw(row, reference, i), reference, i);
            }
        }
    }

    static String raw(Row row, int reference, int index) {
        if (reference < 0) {
            return "";
        }
        return row instanceof SplitRow split ? split.whole(reference) : row.value(reference, index);
    }
}
