package org.pinakes.ontology;

/** The check digit of J. Verhoeff (1969), as SNOMED CT identifiers have it. */
final class Verhoeff {
    private static final int[][] PERMUTATION = permutation();

    private Verhoeff() {}

    private static int[][] permutation() {
        int[][] p = new int[8][];
        p[0] = new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        p[1] = new int[] {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
        for (int i = 2; i < 8; i++) {
            p[i] = new int[10];
            for (int d = 0; d < 10; d++) {
                p[i][d] = p[i - 1][p[1][d]];
            }
        }
        return p;
    }

    /** The product in the dihedral group of order ten. */
    private static int times(int a, int b) {
        if (a < 5) {
            return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
        }
        return b < 5 ? 5 + (a - b + 5) % 5 : (a - b + 5) % 5;
    }

    /** Whether the last digit is the check digit of those before it. */
    static boolean checks(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            check = times(check, PERMUTATION[i % 8][digit]);
        }
        return check == 0 && digits.length() > 1;
    }
}
