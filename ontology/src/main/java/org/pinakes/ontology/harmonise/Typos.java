package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which known words a long word may have been meant to be. */
final class Typos {
    private static final int SHORTEST = 6;

    /** In a shorter word only neighbours may have changed places. */
    private static final int SHORTEST_CHANGED = 7;

    private static final int SAME_START = 1;
    private static final int BUCKETS = 32;

    /** The shortest first, and by the alphabet. */
    private final String[] words;

    private final long[] letters;

    /** Where the words of a length begin; the last one is where all end. */
    private final int[] from;

    private final Map<String, Set<String>> byDeletion = new HashMap<>();

    Typos(Set<String> known) {
        words = known.stream()
                .filter(Typos::longEnough)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toArray(String[]::new);
        letters = new long[words.length];
        int longest = words.length == 0 ? 0 : words[words.length - 1].length();
        from = new int[longest + 2];
        for (int i = 0; i < words.length; i++) {
            letters[i] = letters(words[i]);
            from[words[i].length() + 1] = i + 1;
            index(words[i]);
        }
        for (int length = 1; length < from.length; length++) {
            from[length] = Math.max(from[length], from[length - 1]);
        }
    }

    private void index(String word) {
        byDeletion.computeIfAbsent(word, k -> new LinkedHashSet<>(1)).add(word);
        for (int i = SAME_START; i < word.length(); i++) {
            byDeletion
                    .computeIfAbsent(without(word, i), k -> new LinkedHashSet<>(1))
                    .add(word);
        }
    }

    private static boolean longEnough(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }

    /** Known words that one slip of the pen makes this one. */
    List<String> near(String word) {
        if (!longEnough(word)) {
            return List.of();
        }
        Set<String> near = new LinkedHashSet<>(byDeletion.getOrDefault(word, Set.of()));
        for (int i = SAME_START; i < word.length(); i++) {
            near.addAll(byDeletion.getOrDefault(without(word, i), Set.of()));
        }
        near.removeIf(w -> distance(w, word) > 1
                || (Math.min(w.length(), word.length()) < SHORTEST_CHANGED && !sameLetters(w, word)));
        return List.copyOf(near);
    }

    private static boolean sameLetters(String a, String b) {
        return a.length() == b.length() && letters(a) == letters(b);
    }

    /** Known words that two slips of the pen make this one. */
    List<String> rivals(String word) {
        List<String> rivals = new ArrayList<>();
        long own = letters(word);
        int end = from[Math.min(from.length - 1, word.length() + 3)];
        for (int i = from[Math.min(from.length - 1, word.length() - 2)]; i < end; i++) {
            // A slip takes one letter away and adds one at most.
            if (Long.bitCount(own & ~letters[i]) <= 2
                    && Long.bitCount(letters[i] & ~own) <= 2
                    && distance(words[i], word) == 2) {
                rivals.add(words[i]);
            }
        }
        return rivals;
    }

    /** A bit for each letter that occurs, and one for each that occurs twice; letters beyond ASCII share bits. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            long bit = 1L << (word.charAt(i) % BUCKETS);
            letters |= (letters & bit) == 0 ? bit : bit << BUCKETS;
        }
        return letters;
    }

    /** Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours. */
    private static int distance(String a, String b) {
        int start = 0;
        int endA = a.length();
        int endB = b.length();
        while (start < endA && start < endB && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        return endA == start || endB == start
                ? Math.max(endA, endB) - start
                : aligned(a.substring(start, endA), b.substring(start, endB));
    }

    private static int aligned(String a, String b) {
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
