package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;

/** The concepts of a list whose labels look most like a value, for a person to choose from. Immutable. */
public final class Candidates {
    private static final double LEAST = 0.3;
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        final Concept concept;
        final String text;
        final int[] pieces;

        Entry(Concept concept, String text) {
            this.concept = concept;
            this.text = text;
            this.pieces = pieces(text);
        }
    }

    /**
     * @param text the label that is alike
     * @param likeness 0 to 1: Dice's coefficient of the pieces of three letters
     */
    public record Candidate(Concept concept, String text, double likeness) {}

    public Candidates(CodeLists codes, String list) {
        for (Concept concept : codes.list(list)) {
            List<String> texts = new ArrayList<>(concept.labels().values());
            texts.addAll(concept.synonyms());
            texts.forEach(t -> entries.add(new Entry(concept, t)));
        }
    }

    /** The nearest first, each concept once; none if nothing is alike. */
    public List<Candidate> nearest(String value, int limit) {
        int[] pieces = pieces(value);
        Map<String, Candidate> best = new HashMap<>();
        for (Entry entry : entries) {
            double likeness = likeness(pieces, entry.pieces);
            if (likeness >= LEAST) {
                best.merge(
                        entry.concept.iri(),
                        new Candidate(entry.concept, entry.text, likeness),
                        (a, b) -> a.likeness() >= b.likeness() ? a : b);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(c -> c.concept().iri()))
                .limit(limit)
                .toList();
    }

    private static double likeness(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return a.length + b.length == 0 ? 0 : 2.0 * shared / (a.length + b.length);
    }

    /** Three letters each, as numbers, sorted; words begin and end with a blank. */
    private static int[] pieces(String text) {
        String padded = "  " + Tokens.plain(Tokens.of(text)) + " ";
        return IntStream.range(0, Math.max(0, padded.length() - 2))
                .map(i -> padded.substring(i, i + 3).hashCode())
                .distinct()
                .sorted()
                .toArray();
    }
}
