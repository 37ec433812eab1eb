package org.pinakes.mappings.rml;

import java.util.List;

/** Every predicate with every object, in the subject's graphs and its own. */
public record PredicateObjectMap(List<TermMap> predicates, List<ObjectMap> objects, List<TermMap> graphs) {

    public PredicateObjectMap {
        predicates = List.copyOf(predicates);
        objects = List.copyOf(objects);
        graphs = List.copyOf(graphs);
    }
}
