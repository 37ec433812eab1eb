package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.InputProblem;

/** What {@code words.csv} does with the words of one field: which stand for others, and which do not count. */
final class Words {
    private static final int LONGEST_KNOWN_PHRASE = 6;

    private final Set<String> stops;
    private final Set<String> joins;
    private final Set<String> directions;
    private final Phrases means = new Phrases();
    private final Phrases known = new Phrases();

    Words(CodeLists codes, String field, String list, WordRules rules) {
        stops = rules.words(field, "stop");
        joins = rules.words(field, "join");
        directions = rules.words(field, "direction");
        for (WordRules.Rule rule : rules.of(field, "means")) {
            means.add(folded(Tokens.of(rule.words())), folded(Tokens.of(rule.means())));
        }
        for (WordRules.Rule rule : rules.of(field, "knows")) {
            know(codes.list(listOf(codes, rule)), list.equals(rule.words()), false);
        }
        for (WordRules.Rule rule : rules.of(field, "knows-all")) {
            know(codes.list(listOf(codes, rule)), list.equals(rule.words()), true);
        }
    }

    static String listOf(CodeLists codes, WordRules.Rule rule) {
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
        return kept.size() == 1 ? kept.getFirst() : joined(kept);
    }

    /** Each word once. */
    private static String joined(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (words.indexOf(words.get(i)) == i) {
                text.append(i == 0 ? "" : " ").append(words.get(i));
            }
        }
        return text.toString();
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

    /** The words for what they mean in any language; the same list if nothing was replaced. */
    List<String> concepts(List<String> rewritten) {
        return known.replace(rewritten);
    }

    /** Whether the word has a meaning of its own here, or none. */
    boolean holds(String folded) {
        return stops.contains(folded)
                || joins.contains(folded)
                || means.holds(List.of(folded))
                || known.holds(List.of(folded));
    }
}
