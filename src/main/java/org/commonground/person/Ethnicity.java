package org.commonground.person;

import org.commonground.platform.Worded;

/** Ethnic category as the person states it, with the NHS Data Dictionary's one-letter code (ethnic category, 2001). */
public enum Ethnicity implements Worded {
    WHITE_BRITISH("A", "White: British"),
    WHITE_IRISH("B", "White: Irish"),
    WHITE_OTHER("C", "White: any other background"),
    MIXED_WHITE_AND_BLACK_CARIBBEAN("D", "Mixed: White and Black Caribbean"),
    MIXED_WHITE_AND_BLACK_AFRICAN("E", "Mixed: White and Black African"),
    MIXED_WHITE_AND_ASIAN("F", "Mixed: White and Asian"),
    MIXED_OTHER("G", "Mixed: any other background"),
    INDIAN("H", "Asian or Asian British: Indian"),
    PAKISTANI("J", "Asian or Asian British: Pakistani"),
    BANGLADESHI("K", "Asian or Asian British: Bangladeshi"),
    ASIAN_OTHER("L", "Asian or Asian British: any other background"),
    CARIBBEAN("M", "Black or Black British: Caribbean"),
    AFRICAN("N", "Black or Black British: African"),
    BLACK_OTHER("P", "Black or Black British: any other background"),
    CHINESE("R", "Chinese"),
    OTHER("S", "Any other ethnic group"),
    PREFER_NOT_TO_SAY("Z", "Prefers not to say"),
    NOT_KNOWN("99", "Not known");

    private final String code;
    private final String label;

    Ethnicity(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The NHS Data Dictionary's code: {@code A} to {@code S}, {@code Z} not stated, {@code 99} not known. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
