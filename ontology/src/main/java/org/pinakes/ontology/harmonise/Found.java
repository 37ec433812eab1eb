package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a part of a value means.
 *
 * @param concepts none if it means nothing
 */
record Found(List<String> concepts, String how, double confidence) {
    static final Found NOTHING = new Found(List.of(), "none", 0);

    boolean nothing() {
        return concepts.isEmpty();
    }

    static Found of(Sense sense) {
        return new Found(List.of(sense.concept()), sense.how(), sense.how().equals("label") ? 1 : 0.95);
    }

    static Found of(Sense sense, double confidence) {
        return new Found(List.of(sense.concept()), "normalised", confidence);
    }

    /** All parts together; nothing if one is nothing. */
    static Found all(List<Found> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Set<String> concepts = new LinkedHashSet<>();
        double confidence = 0.85;
        for (Found part : parts) {
            if (part.nothing()) {
                return NOTHING;
            }
            concepts.addAll(part.concepts());
            confidence = Math.min(confidence, part.confidence());
        }
        return parts.isEmpty() ? NOTHING : new Found(new ArrayList<>(concepts), "compound", confidence);
    }

    Found lessSure(double atMost) {
        return nothing()
                ? this
                : new Found(concepts, concepts.size() > 1 ? how : "normalised", Math.min(confidence, atMost));
    }

    Match match(String raw) {
        return nothing() ? Match.none(raw) : new Match(raw, concepts, how, confidence);
    }
}
