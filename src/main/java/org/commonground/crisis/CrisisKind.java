package org.commonground.crisis;

import org.commonground.platform.Worded;

/** What kind of crisis somebody declares; an answer they give, never a guess. */
public enum CrisisKind implements Worded {
    RISK_TO_SELF("Thinks of suicide or of harming themselves"),
    MENTAL_HEALTH("Very distressed, or not themselves"),
    PHYSICAL_HEALTH("Suddenly or seriously ill"),
    HARM_BY_OTHERS("In danger from somebody else"),
    NO_CARE("Nobody cares for them, or for somebody who depends on them"),
    OTHER("Something else that cannot wait until tomorrow");

    private final String label;

    CrisisKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
