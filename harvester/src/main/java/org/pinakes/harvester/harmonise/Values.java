package org.pinakes.harvester.harmonise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.ontology.harmonise.Match;

/**
 * Replaces the raw values of the harmonised properties ({@code ontology/fields.csv}) by concepts. The raw value is kept at
 * the field's own property, whether it was understood or not; one that was not is told and never guessed.
 */
public final class Values {
    private final Harmoniser harmoniser;

    public Values(Harmoniser harmoniser) {
        this.harmoniser = harmoniser;
    }

    /** Changes the graph in place; returns a finding for each value that no code list knows. */
    public List<Finding> harmonise(String iri, Graph graph, List<SourcePointer> pointers) {
        List<Finding> findings = new ArrayList<>();
        for (Harmoniser.Field field : harmoniser.fields()) {
            for (Triple t : graph.find(Node.ANY, field.property(), Node.ANY).toList()) {
                if (!t.getObject().isBlank()) {
                    harmonise(iri, graph, field, t).ifPresent(f -> findings.add(withPlace(f, t, pointers)));
                }
            }
        }
        return findings;
    }

    private Optional<Finding> harmonise(String iri, Graph graph, Harmoniser.Field field, Triple t) {
        Node value = t.getObject();
        String raw = value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
        Optional<String> language =
                value.isLiteral() && !value.getLiteralLanguage().isEmpty()
                        ? Optional.of(value.getLiteralLanguage())
                        : Optional.empty();
        Match match = harmoniser.match(field.name(), raw, language);
        if (value.isURI() && (match.concepts().isEmpty() || match.concepts().contains(raw))) {
            return Optional.empty();
        }
        graph.delete(t);
        graph.add(t.getSubject(), field.asGiven(), value.isURI() ? NodeFactory.createLiteralString(raw) : value);
        match.concepts().forEach(c -> graph.add(t.getSubject(), field.property(), Terms.iri(c)));
        if (match.concepts().isEmpty()) {
            return Optional.of(unmapped(iri, field, raw));
        }
        return match.note().isEmpty() ? Optional.empty() : Optional.of(noted(iri, field, match));
    }

    private static Finding noted(String iri, Harmoniser.Field field, Match match) {
        return new Finding(
                Finding.Severity.INFO,
                "harmonise/code",
                "The value '" + match.raw() + "' was understood. " + match.note(),
                Optional.of(iri),
                Optional.of(field.property().getURI()),
                Optional.of(match.raw()),
                Optional.empty());
    }

    private static Finding unmapped(String iri, Harmoniser.Field field, String raw) {
        return new Finding(
                Finding.Severity.WARNING,
                "harmonise/unmapped",
                "The value '" + raw + "' is not known as a " + field.name()
                        + "; it is kept as given and not found by the facet. If it means one of the list, add it there"
                        + " as skos:hiddenLabel (ontology/codes/" + field.list() + ".ttl) and harvest again.",
                Optional.of(iri),
                Optional.of(field.property().getURI()),
                Optional.of(raw),
                Optional.empty());
    }

    private static Finding withPlace(Finding f, Triple t, List<SourcePointer> pointers) {
        return new Finding(
                f.severity(),
                f.rule(),
                f.message(),
                f.focus(),
                f.path(),
                f.value(),
                pointers.stream()
                        .filter(p -> p.triple().getPredicate().equals(t.getPredicate())
                                && p.triple().getObject().equals(t.getObject()))
                        .map(SourcePointer::place)
                        .findFirst());
    }
}
