package org.commonground.conversation.code;

/** A SNOMED CT concept identifier: 6 to 18 digits, the last of which checks the others (Verhoeff). */
public record SnomedCode(String text) {

    /** Multiplication in the dihedral group of order 10. */
    private static final int[][] TIMES = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };

    /** How a digit counts by its place from the right; the pattern repeats every eight places. */
    private static final int[][] BY_PLACE = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    public SnomedCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a SNOMED CT code, its check digit is wrong: " + text);
        }
    }

    /** For settings. */
    public static SnomedCode valueOf(String text) {
        return new SnomedCode(text.strip());
    }

    static boolean isValid(String text) {
        if (text == null || !text.matches("[1-9][0-9]{5,17}")) {
            return false;
        }
        int check = 0;
        for (int place = 0; place < text.length(); place++) {
            int digit = text.charAt(text.length() - 1 - place) - '0';
            check = TIMES[check][BY_PLACE[place % 8][digit]];
        }
        return check == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
