package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.Label;

/** The labels of one field's list, as they are written and in forms that spelling, order and stop words do not change. */
final class Lexicon {
    private static final int SHORTEST_SQUASHED = 6;

    private final Words rules;
    private final Phrases drops = new Phrases();
    private final boolean dropsNumbered;
    private final Map<String, String> notations = new HashMap<>();
    private final Map<String, List<Sense>> plain = new HashMap<>();
    private final Map<String, List<Sense>> spellings = new HashMap<>();
    private final Map<String, List<Sense>> keys = new HashMap<>();
    private final Map<String, List<Sense>> squashed = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();
    private String[] sorted = {};

    Lexicon(CodeLists codes, String field, String list, WordRules all, Set<String> ambiguousValues) {
        rules = new Words(codes, field, list, all);
        all.of(field, "means").forEach(r -> written.addAll(Tokens.of(r.words())));
        dropsNumbered = !all.of(field, "drop-numbered").isEmpty();
        codes.list(list).forEach(this::add);
        for (WordRules.Rule rule : all.of(field, "drop")) {
            drop(rule.words());
        }
        for (WordRules.Rule rule : all.of(field, "drop-list")) {
            codes.list(Words.listOf(codes, rule)).forEach(this::dropLabels);
        }
        // As it is written: "CA" means several things, but not every word that it may stand for.
        ambiguousValues.forEach(v -> ambiguous.add(rules.key(Words.folded(Tokens.of(v)))));
        sorted = plain.keySet().toArray(new String[0]);
        Arrays.sort(sorted);
    }

    private void add(Concept concept) {
        concept.labels().forEach((language, text) -> add(text, new Sense(concept.iri(), "label", language)));
        for (Label label : concept.alternatives()) {
            add(label.text(), new Sense(concept.iri(), "synonym", label.language()));
        }
        concept.notations().forEach(n -> {
            notations.put(n, concept.iri());
            // A code is no word, so its parts mean nothing else.
            add(Tokens.of(n), new Sense(concept.iri(), "synonym", ""), List.of());
        });
    }

    private void add(String text, Sense sense) {
        List<String> tokens = Tokens.of(text);
        add(tokens, sense, rules.rewritten(tokens));
        if (text.chars().anyMatch(c -> "äöüÄÖÜ".indexOf(c) >= 0)) {
            List<String> written = Tokens.of(text.replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue")
                    .replace("Ä", "Ae")
                    .replace("Ö", "Oe")
                    .replace("Ü", "Ue"));
            add(written, sense, rules.rewritten(written));
        }
    }

    private void add(List<String> tokens, Sense sense, List<String> rewritten) {
        String text = Tokens.plain(tokens);
        if (text.isEmpty()) {
            return;
        }
        put(plain, text, sense);
        put(spellings, rules.key(Words.folded(tokens)), sense);
        put(keys, rules.key(rewritten.isEmpty() ? Words.folded(tokens) : rewritten), sense);
        // Labels in English say exactly what is meant; everyday words elsewhere often say less ("Tumor" for a cancer).
        List<String> conceptual = sense.language().equals("en") ? rules.concepts(rewritten) : rewritten;
        if (!conceptual.equals(rewritten)) {
            put(keys, rules.key(conceptual), sense);
        }
        tokens.forEach(t -> words.add(Spelling.fold(t)));
        written.addAll(tokens);
        String together = text.replace(" ", "");
        if (together.length() >= SHORTEST_SQUASHED) {
            put(squashed, together, sense);
        }
    }

    private static void put(Map<String, List<Sense>> map, String key, Sense sense) {
        List<Sense> senses = map.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!senses.contains(sense)) {
            senses.add(sense);
        }
    }

    private void dropLabels(Concept concept) {
        concept.labels().values().forEach(this::drop);
        concept.synonyms().forEach(this::drop);
        concept.notations().stream()
                .filter(n -> n.chars().allMatch(Character::isLetter))
                .forEach(this::drop);
    }

    /** Never what is a label of the field's own list. */
    private void drop(String text) {
        List<String> tokens = rules.rewritten(Tokens.of(text));
        if (!keys.containsKey(rules.key(tokens))) {
            drops.add(tokens, List.of());
        }
    }

    /** Without what may be left out. */
    List<String> dropped(List<String> rewritten) {
        List<String> dropped = drops.replace(rewritten);
        return dropsNumbered && dropped.stream().anyMatch(this::numbered)
                ? dropped.stream().filter(t -> !numbered(t)).toList()
                : dropped;
    }

    private boolean numbered(String token) {
        return token.chars().anyMatch(Character::isDigit) && !words.contains(token);
    }

    boolean ambiguous(List<String> rewritten) {
        return !ambiguous.isEmpty() && ambiguous.contains(rules.key(rewritten));
    }

    Words rules() {
        return rules;
    }

    /** The concept whose code is written exactly so. */
    String notation(String value) {
        return notations.getOrDefault(value, "");
    }

    /** As it is written, or in another spelling or order; nothing replaced. */
    Optional<Sense> same(List<String> tokens, Optional<String> language) {
        return Sense.one(spellings.getOrDefault(rules.key(Words.folded(tokens)), List.of()), language);
    }

    List<Sense> plain(String text) {
        return plain.getOrDefault(text, List.of());
    }

    /** By words, in whatever order, and then by what the words mean in any language. */
    Optional<Sense> find(List<String> rewritten, Optional<String> language) {
        Optional<Sense> found = Sense.one(keys.getOrDefault(rules.key(rewritten), List.of()), language);
        if (found.isPresent()) {
            return found;
        }
        List<String> conceptual = rules.concepts(rewritten);
        return conceptual.equals(rewritten)
                ? found
                : Sense.one(keys.getOrDefault(rules.key(conceptual), List.of()), language);
    }

    List<Sense> squashed(String text) {
        return squashed.getOrDefault(text, List.of());
    }

    /** Whether the word stands in a label or has a meaning of its own here. */
    boolean knows(String folded) {
        return words.contains(folded) || rules.holds(folded) || drops.holds(List.of(folded));
    }

    /** The words of all labels as they are written. */
    Set<String> written() {
        return written;
    }

    /** The senses of all labels that begin so. */
    List<Sense> beginning(String text) {
        List<Sense> senses = new ArrayList<>();
        int at = Arrays.binarySearch(sorted, text);
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && sorted[i].startsWith(text); i++) {
            senses.addAll(plain(sorted[i]));
        }
        return senses;
    }

    /** Whether words, the last of which may be cut, begin something that is left out. */
    boolean beginsDropped(List<String> words) {
        return drops.beginsOne(words);
    }
}
