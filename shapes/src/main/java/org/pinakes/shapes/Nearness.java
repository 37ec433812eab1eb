package org.pinakes.shapes;

import java.text.Normalizer;
import java.util.Locale;

/** How far two short texts are from each other, whatever their case, accents and punctuation. */
final class Nearness {
    /** Up to here one may have been meant where the other was written. */
    static final double CLOSE = 0.4;

    private static final int LONGEST = 80;

    private Nearness() {}

    /** Lower case, without accents, all but letters and digits as single spaces; cut after 80 characters. */
    static String folded(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(start, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /**
     * Share of the longer text that has to be changed, 0 to 1; a text that begins the other is close too.
     *
     * @param enough what is not nearer than this need not be worked out
     */
    static double distance(String a, String b, double enough) {
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (longer == 0 || shorter == 0) {
            return 1;
        }
        double begins =
                shorter >= 3 && (a.startsWith(b) || b.startsWith(a)) ? CLOSE * (1 - shorter / (longer + 1.0)) : 1;
        if ((double) (longer - shorter) / longer >= enough) {
            return begins;
        }
        return Math.min(begins, (double) edits(a, b) / longer);
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
