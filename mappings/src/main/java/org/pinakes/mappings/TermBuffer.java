package org.pinakes.mappings;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Terms made from a row, each with the raw value and the reference it came from; used again for every row. */
final class TermBuffer {
    private @Nullable Node[] nodes = new @Nullable Node[4];
    private String[] raws = {"", "", "", ""};
    private int[] references = new int[4];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** A negative reference: no cell had a part in it. */
    void add(Node node, String raw, int reference) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            raws = Arrays.copyOf(raws, size * 2);
            references = Arrays.copyOf(references, size * 2);
        }
        nodes[size] = node;
        raws[size] = raw;
        references[size++] = reference;
    }

    Node node(int i) {
        Node node = nodes[i];
        if (node == null || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        return node;
    }

    String raw(int i) {
        return raws[i];
    }

    int reference(int i) {
        return references[i];
    }
}
