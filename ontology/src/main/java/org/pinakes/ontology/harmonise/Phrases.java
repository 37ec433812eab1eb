package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Phrases of folded words and what they are replaced by; nothing, if they are left out. The longest that fits counts. */
final class Phrases {
    private record Phrase(List<String> words, List<String> means) {}

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final TreeSet<String> firsts = new TreeSet<>();

    /** Of two meanings of the same words the first one stays. */
    void add(List<String> words, List<String> means) {
        List<String> own = words.stream().filter(w -> !w.equals(Tokens.HYPHEN)).toList();
        if (own.isEmpty() || own.equals(means)) {
            return;
        }
        firsts.add(own.getFirst());
        List<Phrase> phrases = byFirst.computeIfAbsent(own.getFirst(), k -> new ArrayList<>(1));
        if (phrases.stream().noneMatch(p -> p.words().equals(own))) {
            phrases.add(new Phrase(own, List.copyOf(means)));
            phrases.sort(Comparator.comparingInt((Phrase p) -> p.words().size()).reversed());
        }
    }

    boolean holds(List<String> words) {
        return !words.isEmpty()
                && byFirst.getOrDefault(words.getFirst(), List.of()).stream()
                        .anyMatch(p -> p.words().equals(words));
    }

    /** The same list if nothing was replaced. */
    List<String> replace(List<String> tokens) {
        List<String> replaced = null;
        for (int i = 0; i < tokens.size(); ) {
            Phrase phrase = null;
            int end = i;
            for (Phrase p : byFirst.getOrDefault(tokens.get(i), List.of())) {
                end = end(p.words(), tokens, i);
                if (end > i) {
                    phrase = p;
                    break;
                }
            }
            if (phrase != null) {
                if (replaced == null) {
                    replaced = new ArrayList<>(tokens.subList(0, i));
                }
                replaced.addAll(phrase.means());
                i = end;
            } else {
                if (replaced != null) {
                    replaced.add(tokens.get(i));
                }
                i++;
            }
        }
        return replaced == null ? tokens : replaced;
    }

    /** Where the phrase ends that begins at i; i if it does not stand there. Hyphens between its words do not count. */
    private static int end(List<String> words, List<String> tokens, int i) {
        int at = i;
        for (int w = 0; w < words.size(); w++) {
            if (w > 0 && at < tokens.size() && tokens.get(at).equals(Tokens.HYPHEN)) {
                at++;
            }
            if (at >= tokens.size() || !tokens.get(at).equals(words.get(w))) {
                return i;
            }
            at++;
        }
        return at;
    }

    /** Whether a phrase begins with these words, the last of which may be cut. */
    boolean beginsOne(List<String> words) {
        if (words.size() == 1) {
            String next = firsts.ceiling(words.getFirst());
            return next != null && next.startsWith(words.getFirst());
        }
        return byFirst.getOrDefault(words.getFirst(), List.of()).stream().anyMatch(p -> begins(p.words(), words));
    }

    private static boolean begins(List<String> phrase, List<String> words) {
        int last = words.size() - 1;
        return phrase.size() > last
                && phrase.subList(0, last).equals(words.subList(0, last))
                && phrase.get(last).startsWith(words.get(last));
    }
}
