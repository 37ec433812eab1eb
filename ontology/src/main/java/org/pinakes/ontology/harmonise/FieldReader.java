package org.pinakes.ontology.harmonise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinakes.ontology.CodeLists;

/** Reads the values of one field: codes, codes beside their labels, and text. */
final class FieldReader {
    private static final int LONGEST = 400;

    /** A code and then its label, as in {@code 109841003 - Hepatocellular carcinoma} or {@code C34.1 Lung cancer}. */
    private static final Pattern CODE_FIRST =
            Pattern.compile("(\\S*\\d\\S*?)(?:\\s*[-–—|:]+\\s+|\\s+|\\s*\\|\\s*)(\\p{L}[^|]*?)\\s*\\|?");

    /** A label and then its code in brackets. */
    private static final Pattern CODE_LAST =
            Pattern.compile("(\\p{L}.*?)\\s*[(\\[]\\s*([^()\\[\\]]*\\d[^()\\[\\]]*?)\\s*[)\\]]");

    private final CodeLists lists;
    private final Lexicon lexicon;
    private final Codes codes;
    private final TextReader text;

    FieldReader(CodeLists lists, String field, String list, WordRules rules, Set<String> ambiguous) {
        this.lists = lists;
        boolean hyphenCuts = !rules.of(field, "hyphen-cuts").isEmpty();
        lexicon = new Lexicon(lists, field, list, rules, ambiguous);
        codes = new Codes(lists, list);
        text = new TextReader(lexicon, new Regions(lists, field, list, lexicon, rules), hyphenCuts);
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
                .orElseGet(() -> text.read(value, language).match(raw));
    }

    private Optional<Match> codeWithLabel(String raw, String value, Optional<String> language) {
        int digit = firstDigit(value);
        if (digit < 0) {
            return Optional.empty();
        }
        if (value.substring(0, digit).chars().noneMatch(Character::isWhitespace)) {
            Matcher first = CODE_FIRST.matcher(value);
            if (first.matches()) {
                return codeWithLabel(raw, first.group(1), first.group(2), language);
            }
        }
        if (value.endsWith(")") || value.endsWith("]")) {
            Matcher last = CODE_LAST.matcher(value);
            if (last.matches()) {
                return codeWithLabel(raw, last.group(2), last.group(1), language);
            }
        }
        return Optional.empty();
    }

    private static int firstDigit(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isDigit(value.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What both say. The words count if one of the two is broader than the other; nothing counts if neither is. */
    private Optional<Match> codeWithLabel(String raw, String code, String label, Optional<String> language) {
        if (lists.systems().read(code).isEmpty()) {
            return Optional.empty();
        }
        Match written = text.read(label, language).match(raw);
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
}
