package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Label;

/** The labels of one field's list, as they are written and in forms that spelling, order and stop words do not change. */
final class Lexicon {
    private static final int LONGEST_KNOWN_PHRASE = 6;
    private static final int SHORTEST_SQUASHED = 6;

    private final Set<String> stops;
    private final Set<String> joins;
    private final Set<String> directions;
    private final Phrases means = new Phrases();
    private final Phrases known = new Phrases();
    private final Phrases drops = new Phrases();
    private final Map<String, String> notations = new HashMap<>();
    private final Map<String, List<Sense>> plain = new HashMap<>();
    private final Map<String, List<Sense>> spellings = new HashMap<>();
    private final Map<String, List<Sense>> keys = new HashMap<>();
    private final Map<String, List<Sense>> squashed = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();
    private String[] sorted = {};

    Lexicon(CodeLists codes, String field, String list, WordRules rules, Set<String> ambiguousValues) {
        stops = rules.words(field, "stop");
        joins = rules.words(field, "join");
        directions = rules.words(field, "direction");
        for (WordRules.Rule rule : rules.of(field, "means")) {
            means.add(folded(Tokens.of(rule.words())), folded(Tokens.of(rule.means())));
            written.addAll(Tokens.of(rule.words()));
        }
        for (WordRules.Rule rule : rules.of(field, "knows")) {
            know(codes.list(listOf(codes, rule)), list.equals(rule.words()), false);
        }
        for (WordRules.Rule rule : rules.of(field, "knows-all")) {
            know(codes.list(listOf(codes, rule)), list.equals(rule.words()), true);
        }
        codes.list(list).forEach(this::add);
        for (WordRules.Rule rule : rules.of(field, "drop")) {
            drop(rule.words());
        }
        for (WordRules.Rule rule : rules.of(field, "drop-list")) {
            codes.list(listOf(codes, rule)).forEach(this::dropLabels);
        }
        ambiguousValues.forEach(v -> ambiguous.add(key(rewritten(Tokens.of(v)))));
        sorted = plain.keySet().toArray(new String[0]);
        Arrays.sort(sorted);
    }

    private static String listOf(CodeLists codes, WordRules.Rule rule) {
        if (!codes.names().contains(rule.words())) {
            throw new InputProblem(rule.place() + ": there is no code list '" + rule.words() + "'; there are "
                    + String.join(", ", codes.names()) + ".");
        }
        return rule.words();
    }

    /**
     * The labels of a concept in every language stand for its English label. Of the field's own list only those that can be
     * parts of others' labels: those that are not themselves made of known phrases.
     */
    private void know(List<Concept> concepts, boolean own, boolean synonyms) {
        Map<Concept, String> tokens = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            List<String> name = means.replace(folded(Tokens.of(concept.label("en"))));
            List<String> rewritten = known.replace(name);
            boolean plain = rewritten.equals(name);
            if (plain) {
                tokens.put(concept, "=" + key(name));
            } else if (!own || rewritten.size() == 1) {
                tokens.put(concept, rewritten.size() == 1 ? rewritten.getFirst() : "=" + key(name));
            }
        }
        tokens.forEach((concept, token) -> {
            concept.labels().values().forEach(text -> know(text, token));
            if (synonyms) {
                concept.synonyms().forEach(text -> know(text, token));
            }
        });
    }

    private void know(String text, String token) {
        List<String> phrase = wordsOnly(means.replace(folded(Tokens.of(text))));
        if (!phrase.isEmpty()
                && text.chars().noneMatch(Character::isDigit)
                && phrase.size() <= LONGEST_KNOWN_PHRASE
                && phrase.getFirst().length() > 1) {
            known.add(phrase, List.of(token));
        }
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
        add(tokens, sense, rewritten(tokens));
        if (text.chars().anyMatch(c -> "äöüÄÖÜ".indexOf(c) >= 0)) {
            List<String> written = Tokens.of(text.replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue")
                    .replace("Ä", "Ae")
                    .replace("Ö", "Oe")
                    .replace("Ü", "Ue"));
            add(written, sense, rewritten(written));
        }
    }

    private void add(List<String> tokens, Sense sense, List<String> rewritten) {
        String text = Tokens.plain(tokens);
        if (text.isEmpty()) {
            return;
        }
        put(plain, text, sense);
        put(spellings, key(folded(tokens)), sense);
        put(keys, key(rewritten.isEmpty() ? folded(tokens) : rewritten), sense);
        // Labels in English say exactly what is meant; everyday words elsewhere often say less ("Tumor" for a cancer).
        List<String> conceptual = sense.language().equals("en") ? known.replace(rewritten) : rewritten;
        if (!conceptual.equals(rewritten)) {
            put(keys, key(conceptual), sense);
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
        List<String> tokens = rewritten(Tokens.of(text));
        if (!keys.containsKey(key(tokens))) {
            drops.add(tokens, List.of());
        }
    }

    static List<String> folded(List<String> tokens) {
        List<String> folded = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            folded.add(Spelling.fold(token));
        }
        return folded;
    }

    private static List<String> wordsOnly(List<String> tokens) {
        return tokens.stream().filter(t -> !Tokens.separates(t)).toList();
    }

    /** Folded, and with the words that mean others in their place. */
    List<String> rewritten(List<String> tokens) {
        return means.replace(folded(tokens));
    }

    /** Without what may be left out. */
    List<String> dropped(List<String> rewritten) {
        return drops.replace(rewritten);
    }

    /** The words without stop words and separators; sorted, unless a word says that their order matters. */
    String key(List<String> rewritten) {
        List<String> kept = new ArrayList<>(rewritten.size());
        boolean ordered = false;
        for (String token : rewritten) {
            if (!Tokens.separates(token) && !stops.contains(token) && !joins.contains(token)) {
                kept.add(token);
                ordered |= directions.contains(token);
            }
        }
        if (kept.isEmpty()) {
            wordsOnly(rewritten).forEach(kept::add);
        } else if (!ordered && kept.size() > 1) {
            kept.sort(null);
        }
        return kept.size() == 1 ? kept.getFirst() : String.join(" ", new LinkedHashSet<>(kept));
    }

    /** Whether nothing is left but separators and words that mean nothing. */
    boolean empty(List<String> rewritten) {
        for (String token : rewritten) {
            if (!Tokens.separates(token) && !stops.contains(token) && !joins.contains(token)) {
                return false;
            }
        }
        return true;
    }

    boolean joins(String token) {
        return joins.contains(token);
    }

    boolean ambiguous(List<String> rewritten) {
        return !ambiguous.isEmpty() && ambiguous.contains(key(rewritten));
    }

    /** The concept whose code is written exactly so. */
    String notation(String value) {
        return notations.getOrDefault(value, "");
    }

    /** As it is written, or in another spelling or order; nothing replaced. */
    Optional<Sense> same(List<String> tokens, Optional<String> language) {
        return Sense.one(spellings.getOrDefault(key(folded(tokens)), List.of()), language);
    }

    List<Sense> plain(String text) {
        return plain.getOrDefault(text, List.of());
    }

    /** By words, in whatever order, and then by what the words mean in any language. */
    Optional<Sense> find(List<String> rewritten, Optional<String> language) {
        Optional<Sense> found = Sense.one(keys.getOrDefault(key(rewritten), List.of()), language);
        if (found.isPresent()) {
            return found;
        }
        List<String> conceptual = known.replace(rewritten);
        return conceptual.equals(rewritten)
                ? found
                : Sense.one(keys.getOrDefault(key(conceptual), List.of()), language);
    }

    List<Sense> squashed(String text) {
        return squashed.getOrDefault(text, List.of());
    }

    /** Whether the word stands in a label or has a meaning of its own here. */
    boolean knows(String folded) {
        return words.contains(folded)
                || stops.contains(folded)
                || joins.contains(folded)
                || means.holds(List.of(folded))
                || known.holds(List.of(folded))
                || drops.holds(List.of(folded));
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
