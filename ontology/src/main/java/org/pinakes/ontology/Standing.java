package org.pinakes.ontology;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * How a record stands to a profile, as it is kept with the record.
 *
 * @param outcome {@code conforms}, {@code conforms with warnings}, {@code fails} or {@code waived}
 */
public record Standing(String profile, String outcome) {

    /** Of {@code dcat-ap-3: conforms}. */
    public static Standing parse(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? new Standing(text, "") : new Standing(text.substring(0, colon), text.substring(colon + 2));
    }

    /** Of a record's provenance, sorted by profile. */
    public static List<Standing> of(Graph provenance, String iri) {
        return provenance.find(Terms.iri(iri), Terms.STANDING, Node.ANY).toList().stream()
                .map(t -> parse(t.getObject().getLiteralLexicalForm()))
                .sorted((a, b) -> a.profile.compareTo(b.profile))
                .toList();
    }

    /** As it is kept. */
    @Override
    public String toString() {
        return profile + ": " + outcome;
    }

    public boolean passes() {
        return !outcome.equals("fails");
    }

    /** The class of its badge. */
    public String badge() {
        return outcome.replace(' ', '-');
    }
}
