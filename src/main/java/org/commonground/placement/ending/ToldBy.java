package org.commonground.placement.ending;

import org.commonground.platform.Worded;

/** Who told us that a referral must not go on. */
public enum ToldBy implements Worded {
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
}
