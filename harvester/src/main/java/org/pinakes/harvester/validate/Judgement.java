package org.pinakes.harvester.validate;

import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Verdict;

/**
 * One profile's verdict on one record of a document.
 *
 * @param document its name; empty for a record of the catalogue
 * @param record IRI of the record, {@code _:label} for one without, or empty for the rest of the document
 * @param title empty when it has none
 */
public record Judgement(String document, String record, String title, Profile profile, Verdict verdict) {

    /** What a person calls it. */
    public String name() {
        if (record.isEmpty()) {
            return "what belongs to no dataset";
        }
        return title.isEmpty() ? record : title;
    }
}
