package org.commonground.placement.ending;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who told us that a referral must not go on. */
public enum ToldBy {
    PERSON("The person"),
    ATTORNEY_OR_DEPUTY("Their attorney or deputy"),
    FAMILY_OR_CARER("Family or a carer"),
    PRACTICE("The practice"),
    OTHER("Somebody else"),
    /** We were told nothing: whoever works with the person decided it. */
    NOBODY("Nobody: we decided this ourselves");

    private final String label;

    ToldBy(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** Whether they can have told us that the person has died. */
    public boolean canTellOfDeath() {
        return this != PERSON && this != NOBODY;
    }

    /** As forms, events and tables write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ToldBy of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
