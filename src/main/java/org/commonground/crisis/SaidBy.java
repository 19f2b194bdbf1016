package org.commonground.crisis;

/** Who said what makes somebody declare a crisis. */
public enum SaidBy {
    PERSON("The person"),
    FAMILY_OR_CARER("Family, a friend or a carer"),
    GROUP("Somebody at a group"),
    PROFESSIONAL("Another professional"),
    OBSERVED("Nobody: I saw or heard it myself"),
    OTHER("Somebody else");

    private final String label;

    SaidBy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As pages and tables write it: {@code family-or-carer}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static SaidBy of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
