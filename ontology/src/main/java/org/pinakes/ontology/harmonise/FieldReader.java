package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinakes.ontology.CodeLists;

/**
 * Reads the values of one field. The ways to a meaning, from certain to daring, each only if those before found nothing: as
 * written, as a code, in another spelling or order, without what may be left out, as several things, cut after sixteen
 * characters, with one slip of the pen. Every word must be accounted for, or the value means nothing.
 */
final class FieldReader {
    private static final int LONGEST = 400;
    private static final int CUT_AFTER = 16;
    private static final int SHORTEST_CUT_WORD = 3;
    private static final double NORMALISED = 0.9;
    private static final double DROPPED = 0.85;
    private static final double CUT = 0.7;
    private static final double TYPO = 0.6;

    /** A code and then its label, as in {@code 109841003 - Hepatocellular carcinoma} or {@code C34.1 Lung cancer}. */
    private static final Pattern CODE_FIRST =
            Pattern.compile("(\\S*\\d\\S*?)(?:\\s*[-–—|:]+\\s+|\\s+|\\s*\\|\\s*)(\\p{L}[^|]*?)\\s*\\|?");

    /** A label and then its code in brackets. */
    private static final Pattern CODE_LAST = Pattern.compile("(\\p{L}.*?)\\s*[(\\[]\\s*(\\S*\\d\\S*)\\s*[)\\]]");

    private final CodeLists lists;
    private final Lexicon lexicon;
    private final Codes codes;
    private final Regions regions;
    private final Typos typos;
    private final boolean hyphenCuts;

    FieldReader(CodeLists lists, String field, String list, WordRules rules, Set<String> ambiguous) {
        this.lists = lists;
        lexicon = new Lexicon(lists, field, list, rules, ambiguous);
        codes = new Codes(lists, list);
        regions = new Regions(lists, field, list, lexicon, rules);
        typos = new Typos(lexicon.written());
        hyphenCuts = !rules.of(field, "hyphen-cuts").isEmpty();
    }

    Match match(String raw, Optional<String> language) {
        String value = stripped(raw);
        if (value.isEmpty() || value.length() > LONGEST) {
            return Match.none(raw);
        }
        String notation = lexicon.notation(value);
        if (!notation.isEmpty()) {
            return new Match(raw, List.of(notation), "exact", 1);
        }
        Optional<Match> code = codes.find(raw, value);
        if (code.isPresent()) {
            return code.get();
        }
        // Who asks does not know.
        if (value.indexOf('?') >= 0 || value.indexOf('¿') >= 0) {
            return Match.none(raw);
        }
        return codeWithLabel(raw, value, language)
                .orElseGet(() -> read(value, language).match(raw));
    }

    private Optional<Match> codeWithLabel(String raw, String value, Optional<String> language) {
        Matcher first = CODE_FIRST.matcher(value);
        if (first.matches()) {
            return codeWithLabel(raw, first.group(1), first.group(2), language);
        }
        Matcher last = CODE_LAST.matcher(value);
        return last.matches() ? codeWithLabel(raw, last.group(2), last.group(1), language) : Optional.empty();
    }

    /** What both say. The words count if one of the two is broader than the other; nothing counts if neither is. */
    private Optional<Match> codeWithLabel(String raw, String code, String label, Optional<String> language) {
        if (lists.systems().read(code).isEmpty()) {
            return Optional.empty();
        }
        Match written = read(label, language).match(raw);
        Optional<Match> coded = codes.find(raw, code);
        if (coded.isEmpty()) {
            return written.concepts().isEmpty() ? Optional.empty() : Optional.of(written);
        }
        if (written.concepts().isEmpty() || coded.get().concepts().isEmpty()) {
            return coded;
        }
        return Optional.of(
                comparable(written.concepts(), coded.get().concepts())
                        ? written
                        : Match.none(raw, "the code " + code + " and the words beside it mean different things"));
    }

    private boolean comparable(List<String> some, List<String> others) {
        if (some.equals(others)) {
            return true;
        }
        String one = some.getFirst();
        String other = others.getFirst();
        return some.size() == 1
                && others.size() == 1
                && (lists.ancestors(one).contains(other)
                        || lists.ancestors(other).contains(one));
    }

    private static String stripped(String raw) {
        String value = raw.strip();
        return value.startsWith("\uFEFF") ? value.substring(1).strip() : value;
    }

    private Found read(String value, Optional<String> language) {
        List<String> tokens = Tokens.of(value);
        if (tokens.isEmpty()) {
            return Found.NOTHING;
        }
        if (lexicon.ambiguous(lexicon.rewritten(tokens))) {
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
            found = cut(tokens, language).lessSure(CUT);
        }
        return found.nothing() ? mistyped(tokens, language).lessSure(TYPO) : found;
    }

    /** The value as one thing, else as several with something between them. */
    private Found several(List<String> tokens, Optional<String> language) {
        Found whole = one(tokens, language);
        if (!whole.nothing() && !tokens.contains(Tokens.CUT)) {
            return whole;
        }
        Found parts = parts(tokens, false, language);
        if (!whole.nothing()) {
            // "Paraganglioma, phaeochromocytoma" are two, though one label names both; "adenocarcinoma, colon" is one.
            boolean list = whole.how().equals("normalised") && regions.none() && allLabels(tokens, language);
            return list ? parts : whole;
        }
        return parts.nothing() && hyphenCuts && tokens.contains(Tokens.HYPHEN) ? parts(tokens, true, language) : parts;
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
            if (token.equals(Tokens.CUT) || lexicon.joins(token) || (hyphens && token.equals(Tokens.HYPHEN))) {
                cuts++;
                if (!lexicon.empty(lexicon.dropped(lexicon.rewritten(part)))) {
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
        List<String> rewritten = lexicon.rewritten(tokens);
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
        if (lexicon.empty(dropped) || lexicon.ambiguous(dropped)) {
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
        if (rest.nothing() || lexicon.empty(lexicon.dropped(lexicon.rewritten(Tokens.of(inside))))) {
            return rest.lessSure(DROPPED);
        }
        Found said = read(inside, language);
        return said.concepts().equals(rest.concepts()) ? rest.lessSure(DROPPED) : Found.NOTHING;
    }

    /** DICOM code strings end after sixteen characters: the last word may be the beginning of one, if of one only. */
    private Found cut(List<String> tokens, Optional<String> language) {
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
        if (lexicon.empty(lexicon.dropped(lexicon.rewritten(rest)))) {
            return Found.of(ending.get(), CUT);
        }
        boolean separate = before.getLast().equals(Tokens.CUT)
                || regions.holds(ending.get().concept());
        Found first = separate ? several(rest, language) : Found.NOTHING;
        return first.nothing() ? first : Found.all(List.of(first, Found.of(ending.get(), CUT)));
    }

    /** The cut words may be the beginning of something that is left out: {@code ABDOMEN SANS INJ}. */
    private Found cutDrop(List<String> tokens, Optional<String> language) {
        List<String> rewritten = lexicon.rewritten(tokens);
        for (int i = Math.max(1, rewritten.size() - 3); i < rewritten.size(); i++) {
            List<String> tail = rewritten.subList(i, rewritten.size());
            if (!Tokens.separates(tail.getFirst())
                    && lexicon.beginsDropped(tail)
                    && lexicon.beginning(tail.getLast()).isEmpty()) {
                Found rest = several(rewritten.subList(0, i), language);
                if (!rest.nothing()) {
                    return rest;
                }
            }
        }
        return Found.NOTHING;
    }

    /** One long word corrected, the others known; nothing if another word that means something else is near as well. */
    private Found mistyped(List<String> tokens, Optional<String> language) {
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
        return meant.nothing() ? meant : agreed(tokens, unknown, typos.rivals(tokens.get(unknown)), meant, language);
    }

    /** What all words mean in this place that mean anything there; nothing if they differ. */
    private Found agreed(List<String> tokens, int at, List<String> words, Found first, Optional<String> language) {
        Found agreed = first;
        List<String> corrected = new ArrayList<>(tokens);
        for (String word : words) {
            corrected.set(at, word);
            Found found = several(corrected, language);
            if (!found.nothing() && !agreed.nothing() && !found.concepts().equals(agreed.concepts())) {
                return Found.NOTHING;
            }
            agreed = agreed.nothing() ? found : agreed;
        }
        return agreed;
    }
}
