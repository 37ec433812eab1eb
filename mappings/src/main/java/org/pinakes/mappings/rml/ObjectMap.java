package org.pinakes.mappings.rml;

import java.util.List;

/** Makes the objects of a predicate. */
public sealed interface ObjectMap {

    record Term(TermMap map) implements ObjectMap {}

    /**
     * The subjects of another triples map: of the same row without conditions, else of the rows that fulfil all of them.
     *
     * @param parent {@link TriplesMap#id} of the other
     */
    record Join(String parent, List<Condition> conditions) implements ObjectMap {
        public Join {
            conditions = List.copyOf(conditions);
        }
    }

    /** Fulfilled when a value of the child's row equals one of the parent's row. */
    record Condition(TermMap child, TermMap parent) {}
}
