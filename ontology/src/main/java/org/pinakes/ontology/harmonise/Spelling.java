package org.pinakes.ontology.harmonise;

/** One form for the spellings of a word: British and American, singular and plural, with and without a mute e. */
final class Spelling {
    private static final int SHORTEST = 4;

    private Spelling() {}

    /** The same for all spellings; not a word that anybody would write. Digits stay as they are. */
    static String fold(String word) {
        int length = word.length();
        if (length < SHORTEST || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String w = word;
        if (w.indexOf('e') > 0 && (w.contains("ae") || w.contains("oe"))) {
            w = w.replace("ae", "e").replace("oe", "e");
        }
        if (w.endsWith("ies") && w.length() > SHORTEST + 1) {
            w = w.substring(0, w.length() - 3) + "y";
        } else if (w.endsWith("ses") && w.length() > SHORTEST + 3) {
            w = w.substring(0, w.length() - 2) + "is";
        } else if (w.length() > SHORTEST && w.endsWith("s") && !keepsS(w)) {
            w = w.substring(0, w.length() - 1);
        }
        // Not the e of the Italian -ore: a "tumore" is a cancer, a "tumor" may be benign.
        if (w.length() > SHORTEST + 1 && w.endsWith("e") && !w.endsWith("ore")) {
            w = w.substring(0, w.length() - 1);
        }
        return american(w);
    }

    private static boolean keepsS(String w) {
        char before = w.charAt(w.length() - 2);
        return before == 's' || before == 'u' || before == 'i';
    }

    private static String american(String w) {
        if (w.length() > SHORTEST && w.endsWith("our")) {
            return w.substring(0, w.length() - 3) + "or";
        }
        int is = w.indexOf("is");
        if (is > 2 && (w.startsWith("isation", is) || w.startsWith("ised", is))) {
            return w.substring(0, is) + "iz" + w.substring(is + 2);
        }
        return w;
    }
}
