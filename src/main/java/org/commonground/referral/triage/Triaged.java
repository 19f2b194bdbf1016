package org.commonground.referral.triage;

import java.util.Optional;
import org.commonground.referral.Outcome;
import org.commonground.referral.Urgency;

/** What triage made of a referral. */
public record Triaged(TriageRoute route, Urgency urgency) {

    /** How the referral ends at once, where it does. */
    public Optional<Outcome> outcome() {
        return route == TriageRoute.TOO_YOUNG ? Optional.of(Outcome.SENT_BACK) : Optional.empty();
    }
}
