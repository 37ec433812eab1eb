package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which known words a long word may have been meant to be. */
final class Typos {
    private static final int SHORTEST = 6;

    /** In a shorter word only neighbours may have changed places. */
    private static final int SHORTEST_CHANGED = 7;

    private static final int BUCKETS = 32;
    private static final int[] NONE = {};

    /** The shortest first, and by the alphabet. */
    private final String[] words;

    private final long[] letters;

    /** Where the words of a length begin; the last one is where all end. */
    private final int[] from;

    /** Those of one length with the same first letter. */
    private final Map<Integer, int[]> alike = new HashMap<>();

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
        }
        IntStream.range(0, words.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> start(words[i].charAt(0), words[i].length())))
                .forEach((start, of) ->
                        alike.put(start, of.stream().mapToInt(Integer::intValue).toArray()));
        for (int length = 1; length < from.length; length++) {
            from[length] = Math.max(from[length], from[length - 1]);
        }
    }

    private static int start(char first, int length) {
        return first << 16 | length;
    }

    private static boolean longEnough(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
    }

    /** Known words with the same first letter that one slip of the pen makes this one. */
    List<String> near(String word) {
        if (!longEnough(word)) {
            return List.of();
        }
        List<String> near = new ArrayList<>();
        long own = letters(word);
        for (int length = word.length() - 1; length <= word.length() + 1; length++) {
            for (int i : alike.getOrDefault(start(word.charAt(0), length), NONE)) {
                boolean swapped = own == letters[i] && length == word.length();
                if ((swapped || Math.min(length, word.length()) >= SHORTEST_CHANGED)
                        && slips(own, letters[i]) <= 1
                        && distance(words[i], word) <= 1) {
                    near.add(words[i]);
                }
            }
        }
        return near;
    }

    /** Known words that two slips of the pen make this one. */
    List<String> rivals(String word) {
        List<String> rivals = new ArrayList<>();
        long own = letters(word);
        int end = from[Math.min(from.length - 1, word.length() + 3)];
        for (int i = from[Math.min(from.length - 1, word.length() - 2)]; i < end; i++) {
            if (slips(own, letters[i]) <= 2 && distance(words[i], word) == 2) {
                rivals.add(words[i]);
            }
        }
        return rivals;
    }

    /** How many at least: a slip takes one letter away and adds one at most. */
    private static int slips(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
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
