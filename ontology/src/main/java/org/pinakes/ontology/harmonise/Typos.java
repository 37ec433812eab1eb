package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which known words a long word may have been meant to be. */
final class Typos {
    private static final int SHORTEST = 7;
    private static final int SAME_START = 1;
    private final List<String> words;
    private final Map<String, Set<String>> byDeletion = new HashMap<>();

    Typos(Set<String> known) {
        words = known.stream()
                .filter(w -> w.length() >= SHORTEST && w.chars().allMatch(Character::isLetter))
                .sorted()
                .toList();
        for (String word : words) {
            byDeletion.computeIfAbsent(word, k -> new LinkedHashSet<>(1)).add(word);
            for (int i = SAME_START; i < word.length(); i++) {
                byDeletion
                        .computeIfAbsent(without(word, i), k -> new LinkedHashSet<>(1))
                        .add(word);
            }
        }
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }

    /** Known words that one slip of the pen makes this one. */
    List<String> near(String word) {
        if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        Set<String> near = new LinkedHashSet<>(byDeletion.getOrDefault(word, Set.of()));
        for (int i = SAME_START; i < word.length(); i++) {
            near.addAll(byDeletion.getOrDefault(without(word, i), Set.of()));
        }
        near.removeIf(w -> distance(w, word, 1) > 1);
        return List.copyOf(near);
    }

    /** Known words that two slips of the pen make this one. */
    List<String> rivals(String word) {
        List<String> rivals = new ArrayList<>();
        for (String w : words) {
            if (Math.abs(w.length() - word.length()) <= 2 && distance(w, word, 2) == 2) {
                rivals.add(w);
            }
        }
        return rivals;
    }

    /** Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours; at most limit + 1. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[b.length()];
    }
}
