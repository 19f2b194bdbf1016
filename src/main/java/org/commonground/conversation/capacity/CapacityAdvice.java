package org.commonground.conversation.capacity;

import java.util.Optional;
import org.commonground.platform.Worded;
import org.commonground.referral.consent.GivenBy;

/** What a clinical supervisor advises where it is in doubt whether a person can decide. */
public enum CapacityAdvice implements Worded {
    PERSON_DECIDES("The person decides", GivenBy.PERSON),
    ATTORNEY_OR_DEPUTY_DECIDES("Their attorney or deputy for health and welfare decides", GivenBy.ATTORNEY_OR_DEPUTY),
    BEST_INTERESTS("A decision in their best interests", GivenBy.BEST_INTERESTS),
    STOP("Do not go ahead", null);

    private final String label;
    private final GivenBy decides;

    CapacityAdvice(String label, GivenBy decides) {
        this.label = label;
        this.decides = decides;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** Who decides then; empty where nobody may. */
    public Optional<GivenBy> decides() {
        return Optional.ofNullable(decides);
    }

    /** Whether somebody else than the person decides. */
    public boolean isOther() {
        return this == ATTORNEY_OR_DEPUTY_DECIDES || this == BEST_INTERESTS;
    }
}
