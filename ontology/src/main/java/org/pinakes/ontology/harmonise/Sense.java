package org.pinakes.ontology.harmonise;

import java.util.List;
import java.util.Optional;

/**
 * What a text means in a list.
 *
 * @param how {@code label} or {@code synonym}
 */
record Sense(String concept, String how, String language) {

    /** The one concept that is meant; empty if there are several and the language does not tell which. */
    static Optional<Sense> one(List<Sense> senses, Optional<String> language) {
        if (senses.isEmpty()) {
            return Optional.empty();
        }
        Sense first = senses.getFirst();
        if (senses.size() == 1 || same(senses)) {
            return Optional.of(first);
        }
        List<Sense> spoken = senses.stream()
                .filter(s -> language.filter(
                                l -> l.startsWith(s.language()) && !s.language().isEmpty())
                        .isPresent())
                .toList();
        return !spoken.isEmpty() && same(spoken) ? Optional.of(spoken.getFirst()) : Optional.empty();
    }

    private static boolean same(List<Sense> senses) {
        for (Sense sense : senses) {
            if (!sense.concept().equals(senses.getFirst().concept())) {
                return false;
            }
        }
        return true;
    }
}
