package org.commonground.report;

/** An age as figures have it: bands of ten years. */
enum AgeGroup {
    UNDER_25("under-25", 24),
    FROM_25("25-34", 34),
    FROM_35("35-44", 44),
    FROM_45("45-54", 54),
    FROM_55("55-64", 64),
    FROM_65("65-74", 74),
    FROM_75("75-84", 84),
    FROM_85("85-and-over", Integer.MAX_VALUE);

    private final String word;
    private final int oldest;

    AgeGroup(String word, int oldest) {
        this.word = word;
        this.oldest = oldest;
    }

    String word() {
        return word;
    }

    /** @param age whole years */
    static AgeGroup of(int age) {
        for (AgeGroup group : values()) {
            if (age <= group.oldest) {
                return group;
            }
        }
        throw new IllegalArgumentException("no group for this age");
    }
}
