package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a text was meant to be whose end is missing or one word of which is misspelled. */
final class Mending {
    private static final int SHORTEST_CUT_WORD = 3;
    private static final double CUT = 0.7;
    private static final double TYPO = 0.6;

    private final TextReader text;
    private final Lexicon lexicon;
    private final Words words;
    private final Regions regions;
    private final Typos typos;

    Mending(TextReader text, Lexicon lexicon, Regions regions) {
        this.text = text;
        this.lexicon = lexicon;
        this.regions = regions;
        words = lexicon.rules();
        typos = new Typos(lexicon.written());
    }

    /** DICOM code strings end after sixteen characters: the last word may be the beginning of one, if of one only. */
    Found cut(List<String> tokens, Optional<String> language) {
        String last = tokens.getLast();
        List<String> before = tokens.subList(0, tokens.size() - 1);
        Optional<Sense> whole = Sense.one(lexicon.beginning(Tokens.plain(tokens)), language);
        if (whole.isPresent()) {
            return Found.of(whole.get(), CUT);
        }
        Found dropped = cutDrop(tokens, language);
        if (!dropped.nothing() || before.isEmpty() || last.length() < SHORTEST_CUT_WORD) {
            return dropped;
        }
        Optional<Sense> ending = Sense.one(lexicon.beginning(last), language);
        List<String> rest = Tokens.separates(before.getLast()) ? before.subList(0, before.size() - 1) : before;
        if (ending.isEmpty() || rest.isEmpty()) {
            return Found.NOTHING;
        }
        if (words.empty(lexicon.dropped(words.rewritten(rest)))) {
            return Found.of(ending.get(), CUT);
        }
        boolean separate = before.getLast().equals(Tokens.CUT)
                || regions.holds(ending.get().concept());
        Found first = separate ? text.several(rest, language) : Found.NOTHING;
        return first.nothing()
                ? first
                : Found.all(List.of(first, Found.of(ending.get(), CUT))).lessSure(CUT);
    }

    /** The cut words may be the beginning of something that is left out: {@code ABDOMEN SANS INJ}. */
    private Found cutDrop(List<String> tokens, Optional<String> language) {
        List<String> rewritten = words.rewritten(tokens);
        for (int i = Math.max(1, rewritten.size() - 3); i < rewritten.size(); i++) {
            List<String> tail = rewritten.subList(i, rewritten.size());
            if (!Tokens.separates(tail.getFirst())
                    && lexicon.beginsDropped(tail)
                    && lexicon.beginning(tail.getLast()).isEmpty()) {
                Found rest = text.several(rewritten.subList(0, i), language);
                if (!rest.nothing()) {
                    return rest.lessSure(CUT);
                }
            }
        }
        return Found.NOTHING;
    }

    /** One long word corrected, the others known; nothing if another word that means something else is near as well. */
    Found mistyped(List<String> tokens, Optional<String> language) {
        int unknown = -1;
        for (int i = 0; i < tokens.size(); i++) {
            String folded = Spelling.fold(tokens.get(i));
            if (!Tokens.separates(folded) && !lexicon.knows(folded)) {
                if (unknown >= 0) {
                    return Found.NOTHING;
                }
                unknown = i;
            }
        }
        Found meant = unknown < 0
                ? Found.NOTHING
                : agreed(tokens, unknown, typos.near(tokens.get(unknown)), Found.NOTHING, language);
        return meant.nothing()
                ? meant
                : agreed(tokens, unknown, typos.rivals(tokens.get(unknown)), meant, language)
                        .lessSure(TYPO);
    }

    /** What all words mean in this place that mean anything there; nothing if they differ. */
    private Found agreed(List<String> tokens, int at, List<String> meant, Found first, Optional<String> language) {
        Found agreed = first;
        List<String> corrected = new ArrayList<>(tokens);
        for (String word : meant) {
            corrected.set(at, word);
            Found found = text.several(corrected, language);
            if (!found.nothing() && !agreed.nothing() && !found.concepts().equals(agreed.concepts())) {
                return Found.NOTHING;
            }
            agreed = agreed.nothing() ? found : agreed;
        }
        return agreed;
    }
}
