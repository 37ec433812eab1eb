package org.pinakes.ontology;

import java.util.Optional;

/**
 * One thing that a curator should know about a record or a document.
 *
 * @param rule what found it: the name of a shape, or of a step such as {@code lift/unmapped-column}
 * @param message a sentence, in English unless another language was asked for
 * @param focus the record or node concerned
 * @param path the property concerned, an IRI or a SPARQL property path
 * @param value what was found
 * @param place where it stands in the source
 */
public record Finding(
        Severity severity,
        String rule,
        String message,
        Optional<String> focus,
        Optional<String> path,
        Optional<String> value,
        Optional<Place> place,
        Detail detail) {

    public Finding {
        // Reports that were written before findings had details have none.
        detail = detail == null ? Detail.NONE : detail;
    }

    public Finding(
            Severity severity,
            String rule,
            String message,
            Optional<String> focus,
            Optional<String> path,
            Optional<String> value,
            Optional<Place> place) {
        this(severity, rule, message, focus, path, value, place, Detail.NONE);
    }

    /** SHACL 1.0 section 2.1.4: how bad it is, worst first. */
    public enum Severity {
        VIOLATION,
        WARNING,
        INFO
    }

    /** A finding about a place in a document, made before there is a record. */
    public static Finding at(Place place, Severity severity, String rule, String message, String value) {
        return new Finding(
                severity,
                rule,
                message,
                Optional.empty(),
                Optional.empty(),
                value.isEmpty() ? Optional.empty() : Optional.of(value),
                Optional.of(place));
    }

    public Finding at(Place found) {
        return new Finding(severity, rule, message, focus, path, value, Optional.of(found), detail);
    }

    public Finding with(Detail other) {
        return new Finding(severity, rule, message, focus, path, value, place, other);
    }

    /** A violation that nobody has waived. */
    public boolean counts() {
        return severity == Severity.VIOLATION && !waived();
    }

    public boolean waived() {
        return detail.waiver().isPresent();
    }
}
