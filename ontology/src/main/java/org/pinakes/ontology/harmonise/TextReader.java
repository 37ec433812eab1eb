package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads text. The ways to a meaning, from certain to daring, each only if those before found nothing: as written, in another
 * spelling or order, without what may be left out, as several things, cut after sixteen characters, with one slip of the
 * pen. Every word must be accounted for, or the text means nothing.
 */
final class TextReader {
    private static final int CUT_AFTER = 16;
    private static final double NORMALISED = 0.9;
    private static final double DROPPED = 0.85;

    private final Lexicon lexicon;
    private final Words words;
    private final Regions regions;
    private final Mending mending;
    private final boolean hyphenCuts;

    TextReader(Lexicon lexicon, Regions regions, boolean hyphenCuts) {
        this.lexicon = lexicon;
        this.regions = regions;
        this.hyphenCuts = hyphenCuts;
        words = lexicon.rules();
        mending = new Mending(this, lexicon, regions);
    }

    Found read(String value, Optional<String> language) {
        List<String> tokens = Tokens.of(value);
        if (tokens.isEmpty()) {
            return Found.NOTHING;
        }
        if (lexicon.ambiguous(Words.folded(tokens)) || lexicon.ambiguous(words.rewritten(tokens))) {
            return Found.NOTHING;
        }
        Found found = several(tokens, language);
        if (found.nothing() && (value.indexOf('(') >= 0 || value.indexOf('[') >= 0)) {
            return bracketed(value, language);
        }
        if (found.nothing()) {
            String camel = Tokens.camelCut(value);
            found = camel.equals(value)
                    ? found
                    : several(Tokens.of(camel), language).lessSure(DROPPED);
        }
        if (found.nothing() && value.length() == CUT_AFTER) {
            found = mending.cut(tokens, language);
        }
        return found.nothing() ? mending.mistyped(tokens, language) : found;
    }

    /** The value as one thing, else as several with something between them. */
    Found several(List<String> tokens, Optional<String> language) {
        Found whole = one(tokens, language);
        if (!whole.nothing() && !tokens.contains(Tokens.CUT)) {
            return whole;
        }
        Found parts = parts(tokens, false, language);
        if (!whole.nothing()) {
            // "Paraganglioma, phaeochromocytoma" are two, though one label names both; "adenocarcinoma, colon" is one.
            boolean list = whole.how().equals("normalised")
                    && regions.none()
                    && (allLabels(tokens, language) || (!parts.nothing() && repeats(words.rewritten(tokens))));
            return list ? parts : whole;
        }
        return parts.nothing() && hyphenCuts && tokens.contains(Tokens.HYPHEN) ? parts(tokens, true, language) : parts;
    }

    /** Whether a word stands twice, so that words of several things may look like one: {@code NSCLC, SCLC}. */
    private static boolean repeats(List<String> rewritten) {
        Set<String> seen = new HashSet<>();
        return rewritten.stream().anyMatch(t -> !Tokens.separates(t) && !seen.add(t));
    }

    private boolean allLabels(List<String> tokens, Optional<String> language) {
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).equals(Tokens.CUT)) {
                Optional<Sense> sense = Sense.one(lexicon.plain(Tokens.plain(tokens.subList(start, i))), language);
                if (sense.filter(s -> s.how().equals("label")).isEmpty()) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private Found parts(List<String> tokens, boolean hyphens, Optional<String> language) {
        List<Found> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int cuts = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            String token = i == tokens.size() ? Tokens.CUT : tokens.get(i);
            if (token.equals(Tokens.CUT) || words.joins(token) || (hyphens && token.equals(Tokens.HYPHEN))) {
                cuts++;
                if (!words.empty(lexicon.dropped(words.rewritten(part)))) {
                    Found found = one(part, language);
                    if (found.nothing()) {
                        return Found.NOTHING;
                    }
                    parts.add(found);
                }
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        return cuts < 2 ? Found.NOTHING : Found.all(parts).lessSure(DROPPED);
    }

    /** A text that names one thing, or several by one word, or regions beside each other. */
    private Found one(List<String> tokens, Optional<String> language) {
        Optional<Sense> written = Sense.one(lexicon.plain(Tokens.plain(tokens)), language);
        if (written.isPresent()) {
            return Found.of(written.get());
        }
        List<String> rewritten = words.rewritten(tokens);
        Optional<Sense> spelled = lexicon.same(tokens, language);
        if (spelled.isPresent() && !lexicon.ambiguous(rewritten)) {
            return Found.of(spelled.get(), NORMALISED);
        }
        Found whole = part(rewritten, language);
        return whole.nothing() && rewritten.contains(Tokens.CUT) && !tokens.contains(Tokens.CUT)
                ? parts(rewritten, false, language)
                : whole;
    }

    private Found part(List<String> rewritten, Optional<String> language) {
        if (lexicon.ambiguous(rewritten)) {
            return Found.NOTHING;
        }
        Optional<Sense> normalised = lexicon.find(rewritten, language);
        if (normalised.isPresent()) {
            return Found.of(normalised.get(), NORMALISED);
        }
        List<String> dropped = lexicon.dropped(rewritten);
        if (words.empty(dropped) || lexicon.ambiguous(dropped)) {
            return Found.NOTHING;
        }
        Optional<Sense> rest = dropped.equals(rewritten) ? Optional.empty() : lexicon.find(dropped, language);
        if (rest.isPresent()) {
            return Found.of(rest.get(), DROPPED);
        }
        Optional<Sense> together =
                Sense.one(lexicon.squashed(Tokens.plain(dropped).replace(" ", "")), language);
        if (together.isPresent()) {
            return Found.of(together.get(), NORMALISED);
        }
        return regions.none() || dropped.contains(Tokens.CUT) ? Found.NOTHING : regions.beside(dropped);
    }

    /** What stands in brackets must say the same as the rest, or what the rest is a part or kind of, or nothing. */
    private Found bracketed(String value, Optional<String> language) {
        int open = value.indexOf('(') >= 0 ? value.indexOf('(') : value.indexOf('[');
        int close = value.indexOf(value.charAt(open) == '(' ? ')' : ']', open);
        if (close < 0) {
            return Found.NOTHING;
        }
        String inside = value.substring(open + 1, close);
        String outside = (value.substring(0, open) + " " + value.substring(close + 1)).strip();
        if (outside.isEmpty()) {
            return read(inside, language);
        }
        Found rest = read(outside, language);
        if (rest.nothing() || words.empty(lexicon.dropped(words.rewritten(Tokens.of(inside))))) {
            return rest.lessSure(DROPPED);
        }
        Found said = read(inside, language);
        return said.concepts().equals(rest.concepts()) ? rest.lessSure(DROPPED) : Found.NOTHING;
    }
}
