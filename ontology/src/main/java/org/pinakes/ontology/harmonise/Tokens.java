package org.pinakes.ontology.harmonise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A value as a list of words: lower case, without accents. Between them stand {@link #CUT} where the value separates things
 * ({@code , ; / + & | ^ \} or a dash between blanks) and {@link #HYPHEN} where it may (a dash or underscore).
 */
final class Tokens {
    static final String CUT = "/";
    static final String HYPHEN = "-";

    private Tokens() {}

    /** The words and separators of a text, in order, never two separators beside each other, none at an end. */
    static List<String> of(String text) {
        String plain = unmarked(text);
        List<String> tokens = new ArrayList<>();
        int length = plain.length();
        String separator = "";
        for (int i = 0; i < length; ) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                int start = i;
                while (i < length && Character.isLetterOrDigit(plain.charAt(i))) {
                    i++;
                }
                String word = plain.substring(start, i);
                if (elided(plain, start, i)) {
                    continue;
                }
                if (!separator.isEmpty() && !tokens.isEmpty()) {
                    tokens.add(separator);
                }
                separator = "";
                tokens.add(word);
                int after = abbreviated(plain, word, i, tokens);
                i = after;
            } else {
                separator = stronger(separator, separator(plain, i));
                i++;
            }
        }
        return tokens;
    }

    /** The l of {@code l'abdomen} and the s of {@code Hodgkin's}. */
    private static boolean elided(String plain, int start, int end) {
        return end - start == 1
                && ((end < plain.length() && apostrophe(plain.charAt(end)))
                        || (start > 1 && plain.charAt(start) == 's' && apostrophe(plain.charAt(start - 1))));
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    /** {@code w/o} is a word, not two things. Returns where to go on. */
    private static int abbreviated(String plain, String word, int at, List<String> tokens) {
        if (word.equals("w") && at < plain.length() && plain.charAt(at) == '/') {
            boolean without = at + 1 < plain.length()
                    && plain.charAt(at + 1) == 'o'
                    && (at + 2 == plain.length() || !Character.isLetterOrDigit(plain.charAt(at + 2)));
            tokens.set(tokens.size() - 1, without ? "without" : "with");
            return at + (without ? 2 : 1);
        }
        return at;
    }

    private static String stronger(String a, String b) {
        return a.equals(CUT) || b.isEmpty() ? a : b;
    }

    private static String separator(String text, int at) {
        return switch (text.charAt(at)) {
            case ',', ';', '/', '+', '&', '|', '^', '\\', '\n', '\r', '\u2022', '\u00b7' -> CUT;
            case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '_' -> blankAround(text, at) ? CUT : HYPHEN;
            default -> "";
        };
    }

    private static boolean blankAround(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isWhitespace(text.charAt(at - 1))
                && Character.isWhitespace(text.charAt(at + 1));
    }

    static boolean separates(String token) {
        return token.equals(CUT) || token.equals(HYPHEN);
    }

    /** The words alone, with one blank between them. */
    static String plain(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            if (!separates(token)) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                text.append(token);
            }
        }
        return text.toString();
    }

    /** Where a small letter is followed by a capital, a word begins: {@code LowerExtremity}. */
    static String camelCut(String text) {
        StringBuilder cut = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                cut.append(' ');
            }
            cut.append(text.charAt(i));
        }
        return cut.toString();
    }

    /** Lower case, no accents, letters that no decomposition takes apart written out; apostrophes cut words. */
    static String unmarked(String text) {
        boolean ascii = true;
        boolean lower = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii &= c < 128;
            lower &= c < 'A' || c > 'Z';
        }
        if (ascii) {
            return lower ? text : text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'ł' -> plain.append('l');
                case 'ø' -> plain.append('o');
                case 'đ', 'ð' -> plain.append('d');
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'ı' -> plain.append('i');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
