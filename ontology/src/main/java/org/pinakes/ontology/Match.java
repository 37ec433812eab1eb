package org.pinakes.ontology;

import java.util.List;

/**
 * What a raw value means.
 *
 * @param concepts IRIs; several where the value names several, none where nothing is known or the value is ambiguous
 * @param how {@code exact}, {@code label}, {@code synonym}, {@code normalised}, {@code compound}, {@code code} or {@code none}
 * @param confidence 0 to 1
 */
public record Match(String raw, List<String> concepts, String how, double confidence) {

    public Match {
        concepts = List.copyOf(concepts);
    }

    public static Match none(String raw) {
        return new Match(raw, List.of(), "none", 0);
    }
}
