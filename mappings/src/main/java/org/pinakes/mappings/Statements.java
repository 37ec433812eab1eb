package org.pinakes.mappings;

import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;

/** Takes what a mapping makes, in the order of the source. The same statement may come more than once. */
public interface Statements {

    /** The graph is {@link Quad#defaultGraphNodeGenerated} where the mapping names none. */
    void statement(Quad quad, @Nullable SourcePointer pointer);

    /** A severity of VIOLATION means that something of the source could not be mapped. */
    void finding(Finding finding);

    /** Whether statements are to come with pointers; without them mapping costs less. */
    default boolean wantsPointers() {
        return true;
    }
}
