package org.commonground.placement.choice;

import java.util.Optional;
import org.commonground.platform.Worded;
import org.commonground.referral.Outcome;

/** How a choice of groups comes out. */
public enum Choice implements Worded {
    TRY("Try the groups chosen"),
    /** What goes on already is enough. */
    NOTHING_MORE("Nothing more for now: what is under way goes on"),
    SIGNPOSTED("Signposted: they go somewhere without us"),
    NO_SUITABLE_GROUP("No group suits at present");

    private final String label;

    Choice(String label) {
        this.label = label;
    }

    /** How the referral ends with this choice; empty where it goes on. */
    public Optional<Outcome> ends() {
        return switch (this) {
            case NO_SUITABLE_GROUP -> Optional.of(Outcome.NO_SUITABLE_GROUP);
            case SIGNPOSTED -> Optional.of(Outcome.SIGNPOSTED);
            case TRY, NOTHING_MORE -> Optional.empty();
        };
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
