package org.pinakes.mappings;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pinakes.mappings.rows.Row;

/** Makes a term of a text. */
interface NodeMaker {

    /** Null, and a finding, where the text cannot become such a term. {@code reference} and {@code index} say which value it was. */
    @Nullable
    Node node(String text, Row row, int reference, int index);
}
