package org.pinakes.mappings;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Terms made from a row, each with the raw value and the reference it came from; used again for every row. */
final class TermBuffer {
    private @Nullable Node[] nodes = new @Nullable Node[4];
    private String[] raws = {"", "", "", ""};
    private int[] references = new int[4];
    private int[] indexes = new int[4];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** A term in which no cell had a part. */
    void add(Node node) {
        add(node, "", -1, 0);
    }

    /** A term made of the reference's value with that index. */
    void add(Node node, String raw, int reference, int index) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            raws = Arrays.copyOf(raws, size * 2);
            references = Arrays.copyOf(references, size * 2);
            indexes = Arrays.copyOf(indexes, size * 2);
        }
        nodes[size] = node;
        raws[size] = raw;
        indexes[size] = index;
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

    int index(int i) {
        return indexes[i];
    }

    int reference(int i) {
        return references[i];
    }
}
