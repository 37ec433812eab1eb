package org.pinakes.ontology.harmonise;

import java.util.List;

/**
 * What a raw value means.
 *
 * @param concepts IRIs; several where the value names several, none where nothing is known or the value is ambiguous
 * @param how {@code exact}, {@code label}, {@code synonym}, {@code normalised}, {@code compound}, {@code code}; "none" without concepts
 * @param confidence 0 to 1
 * @param note what a curator should know besides, for example that a code is retired; mostly empty
 */
public record Match(String raw, List<String> concepts, String how, double confidence, String note) {

    public Match {
        concepts = List.copyOf(concepts);
    }

    public Match(String raw, List<String> concepts, String how, double confidence) {
        this(raw, concepts, how, confidence, "");
    }

    public static Match none(String raw) {
        return none(raw, "");
    }

    static Match none(String raw, String note) {
        return new Match(raw, List.of(), "none", 0, note);
    }
}
