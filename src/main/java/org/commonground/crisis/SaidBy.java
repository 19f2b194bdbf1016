package org.commonground.crisis;

import org.commonground.platform.Worded;

/** Who said what makes somebody declare a crisis. */
public enum SaidBy implements Worded {
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
}
