package org.pinakes.ontology;

import java.util.List;
import java.util.Optional;

/**
 * What helps a curator to mend what a rule found, and a program to find the rule again.
 *
 * @param field what the field is called, for example {@code publisher}
 * @param nearest allowed values that come closest to what was found, best first
 * @param allowed how many values are allowed; 0 when the rule has no list
 * @param source address of the section of the document that wants it
 * @param shape IRI of the SHACL shape, where it has one
 * @param component IRI of the SHACL constraint component
 * @param term what was found, in N-Triples
 * @param waiver why it does not count
 */
public record Detail(
        Optional<String> field,
        List<Allowed> nearest,
        int allowed,
        Optional<String> source,
        Optional<String> shape,
        Optional<String> component,
        Optional<String> term,
        Optional<Waiver> waiver) {
    /** Of findings that no shape made. */
    public static final Detail NONE = new Detail(
            Optional.empty(),
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Detail {
        nearest = List.copyOf(nearest);
    }

    /**
     * A value that may stand there.
     *
     * @param label empty when it has none
     */
    public record Allowed(String value, String label) {
        @Override
        public String toString() {
            return label.isEmpty() ? value : label + " <" + value + ">";
        }
    }

    Detail with(Waiver given) {
        return new Detail(field, nearest, allowed, source, shape, component, term, Optional.of(given));
    }

    /** Without what only a SHACL report needs. */
    public Detail forPeople() {
        return new Detail(
                field, nearest, allowed, source, Optional.empty(), Optional.empty(), Optional.empty(), waiver);
    }
}
