package org.pinakes.mappings;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;

/** What all rules of one run share: blank nodes and the ear for findings. */
final class Run {
    private final String scope;
    private final Consumer<Finding> findings;

    /** {@code scope} keeps blank nodes of different documents apart. */
    Run(String scope, Consumer<Finding> findings) {
        this.scope = scope;
        this.findings = findings;
    }

    /** The same blank node for the same text, in every rule of the run. */
    Node blank(String text) {
        return NodeFactory.createBlankNode(scope + "t" + text);
    }

    /** The same blank node for the same row, in whatever rule it is asked for. */
    Node blank(String termMap, String row) {
        return NodeFactory.createBlankNode(scope + "n" + termMap + "r" + row);
    }

    void invalidIri(String iri, Place place, String value) {
        String message = value.isEmpty()
                ? "An empty value cannot become an IRI. If empty means that there is none, write rml:null \"\" at the source."
                : "The value gives <" + iri
                        + ">, which is not an IRI: it has a letter that is not allowed there. Mend the value, or use a"
                        + " template, which encodes such letters.";
        report(place, "lift/invalid-iri", message, value);
    }

    void invalidLanguage(String tag, Place place) {
        String message = "\"" + tag + "\" is not a language tag (BCP 47) such as \"en\" or \"pt-BR\".";
        report(place, "lift/invalid-language", message, tag);
    }

    private void report(Place place, String rule, String message, String value) {
        findings.accept(Finding.at(place, Finding.Severity.VIOLATION, rule, message, value));
    }
}
