package org.commonground.group;

import java.util.EnumSet;
import java.util.Set;
import org.commonground.platform.Worded;

/** Something a person may need so that they can take part, and that a group may be able to offer. */
public enum Support implements Worded {
    SOMEBODY_ALONGSIDE("Somebody alongside during the session"),
    MEETING_AT_THE_DOOR("Being met at the door"),
    STEP_FREE("Step-free way in"),
    ACCESSIBLE_TOILET("Accessible toilet"),
    SEAT("A seat and breaks whenever needed"),
    HEARING_LOOP("Hearing loop"),
    LARGE_PRINT("Large print or somebody who reads aloud"),
    SIGN_LANGUAGE("British Sign Language"),
    INTERPRETER("An interpreter"),
    QUIET_SPACE("A quiet space to step out to"),
    COMPANION_WELCOME("A companion or carer may come too"),
    CHILDCARE("Children may come, or are looked after"),
    TRANSPORT("Help with getting there"),
    ASSISTANCE_DOG("An assistance dog may come too"),
    FIRST_AID("A first-aider in the room"),
    PERSONAL_CARE("Help with eating, moving or the toilet");

    private final String label;

    Support(String label) {
        this.label = label;
    }

    /** The support in words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** What of this somebody needs and nobody offers them. */
    public static Set<Support> missing(Set<Support> needed, Set<Support> offered) {
        Set<Support> missing = EnumSet.noneOf(Support.class);
        missing.addAll(needed);
        missing.removeAll(offered);
        return missing;
    }
}
