package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.InputProblem;

/**
 * Large parts of the body, which real values write beside each other without anything between: {@code CHEST ABDOMEN},
 * {@code TXABDPELVIS}. Only these: a bladder neck is neither a bladder nor a neck.
 */
final class Regions {
    private static final int SHORTEST_LABEL = 4;
    private static final int LONGEST = 48;
    private final Lexicon lexicon;
    private final Set<String> regions = new HashSet<>();
    private final Map<String, String> glue = new HashMap<>();

    Regions(CodeLists codes, String field, String list, Lexicon lexicon, WordRules rules) {
        this.lexicon = lexicon;
        for (WordRules.Rule rule : rules.of(field, "region")) {
            regions.add(one(rule, rule.words()));
        }
        for (Concept concept : codes.list(list)) {
            if (regions.contains(concept.iri())) {
                concept.labels().values().forEach(l -> label(l, concept));
                concept.synonyms().forEach(l -> label(l, concept));
                concept.notations().forEach(l -> label(l, concept));
            }
        }
        for (WordRules.Rule rule : rules.of(field, "glue")) {
            glue.put(together(rule.words()), rule.means().isEmpty() ? "" : one(rule, rule.means()));
        }
    }

    private String one(WordRules.Rule rule, String label) {
        return lexicon.find(lexicon.rules().rewritten(Tokens.of(label)), Optional.of("en"))
                .map(Sense::concept)
                .orElseThrow(() -> new InputProblem(rule.place() + ": '" + label + "' names no concept of the list."));
    }

    private void label(String text, Concept concept) {
        String together = together(text);
        if (together.length() >= SHORTEST_LABEL) {
            glue.putIfAbsent(together, concept.iri());
        }
    }

    private static String together(String text) {
        return Tokens.plain(Tokens.of(text)).replace(" ", "");
    }

    boolean none() {
        return regions.isEmpty();
    }

    boolean holds(String concept) {
        return regions.contains(concept);
    }

    /** Words beside each other that are all regions. */
    Found beside(List<String> rewritten) {
        List<String> words = rewritten.stream()
                .filter(t -> !Tokens.separates(t) && !lexicon.rules().empty(List.of(t)))
                .toList();
        List<Found> parts = new ArrayList<>();
        int at = 0;
        while (at < words.size() && parts.size() < LONGEST) {
            int end = Math.min(words.size(), at + 3);
            Optional<Sense> sense = Optional.empty();
            while (end > at && sense.isEmpty()) {
                sense = lexicon.find(words.subList(at, end), Optional.empty())
                        .filter(s -> regions.contains(s.concept()));
                end -= sense.isEmpty() ? 1 : 0;
            }
            Found glued = sense.isPresent() ? Found.of(sense.get(), 0.85) : glued(words.get(at));
            if (glued.nothing()) {
                return Found.NOTHING;
            }
            parts.add(glued);
            at = Math.max(end, at + 1);
        }
        return Found.all(parts);
    }

    /** One word made of regions and known abbreviations; nothing if it can be taken apart in two ways. */
    Found glued(String word) {
        if (word.length() < 5 || word.length() > LONGEST) {
            return Found.NOTHING;
        }
        Set<List<String>> ways = new LinkedHashSet<>();
        take(word, 0, new ArrayList<>(), ways);
        if (ways.size() != 1 || ways.iterator().next().isEmpty()) {
            return Found.NOTHING;
        }
        List<String> concepts = ways.iterator().next();
        return new Found(concepts, concepts.size() > 1 ? "compound" : "normalised", 0.8);
    }

    private void take(String word, int at, List<String> taken, Set<List<String>> ways) {
        if (at == word.length()) {
            ways.add(List.copyOf(new LinkedHashSet<>(taken)));
            return;
        }
        for (int end = at + 2; end <= word.length() && ways.size() < 2; end++) {
            String concept = glue.get(word.substring(at, end));
            if (concept != null) {
                int size = taken.size();
                if (!concept.isEmpty()) {
                    taken.add(concept);
                }
                take(word, end, taken, ways);
                while (taken.size() > size) {
                    taken.removeLast();
                }
            }
        }
    }
}
