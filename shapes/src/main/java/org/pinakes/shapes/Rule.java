package org.pinakes.shapes;

import java.util.Optional;
import org.pinakes.ontology.Finding;

/**
 * One rule of a profile as a person looks it up: a SHACL property shape, or a node shape with constraints of its own.
 *
 * @param name as it stands in {@link Finding#rule}
 * @param file where the rule is written, from the project's folder on
 * @param title the shape's {@code sh:name}, else made from its path
 * @param message what a finding says
 * @param path the property it looks at, an IRI or a SPARQL property path
 * @param source address of the section of the document that wants it
 * @param allowed how many values its list has; 0 when it has none
 * @param mandatory whether something must be there ({@code sh:minCount} of 1 or more, as a violation)
 */
public record Rule(
        String name,
        String file,
        String title,
        String message,
        Finding.Severity severity,
        Optional<String> path,
        Optional<String> source,
        int allowed,
        boolean mandatory) {}
