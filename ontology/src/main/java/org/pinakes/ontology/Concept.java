package org.pinakes.ontology;

import java.util.List;
import java.util.Map;

/**
 * A value that data are described with: a {@code skos:Concept} of one code list.
 *
 * @param iri an EUCAIM hyperontology IRI where there is one
 * @param list the code list's name, for example {@code modality}
 * @param labels preferred label by language tag
 * @param alternatives alternative and hidden labels
 * @param notations codes
 * @param broader IRIs of the next broader concepts
 */
public record Concept(
        String iri,
        String list,
        Map<String, String> labels,
        List<Label> alternatives,
        List<String> notations,
        List<String> broader) {

    public Concept {
        labels = Map.copyOf(labels);
        alternatives = List.copyOf(alternatives);
        notations = List.copyOf(notations);
        broader = List.copyOf(broader);
    }

    /** The texts of the alternative and hidden labels. */
    public List<String> synonyms() {
        return alternatives.stream().map(Label::text).toList();
    }

    /** The label in the language, else in English, else any, else the IRI. */
    public String label(String language) {
        String any = labels.isEmpty() ? iri : labels.values().iterator().next();
        return labels.getOrDefault(language, labels.getOrDefault("en", any));
    }

    /** What stands last in the IRI; unique among concepts, and the address of its page. */
    public String localName() {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
