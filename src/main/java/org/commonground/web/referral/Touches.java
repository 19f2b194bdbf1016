package org.commonground.web.referral;

import java.util.Comparator;
import java.util.List;
import org.commonground.conversation.reach.Attempt;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.web.referral.ReferralPage.Touch;
import org.springframework.stereotype.Component;

/** The attempts to reach a person that tasks asked for. Whoever else was in touch stands in the notebook. */
@Component
class Touches {

    private static final int NEWEST = 50;

    private final ContactAttempts attempts;
    private final Colleagues colleagues;

    Touches(ContactAttempts attempts, Colleagues colleagues) {
        this.attempts = attempts;
        this.colleagues = colleagues;
    }

    /** The newest first. */
    List<Touch> of(ReferralId referral) {
        return attempts.of(referral).stream()
                .sorted(Comparator.comparing(Attempt::at).reversed())
                .limit(NEWEST)
                .map(this::attempt)
                .toList();
    }

    private Touch attempt(Attempt attempt) {
        return new Touch(
                InWords.stamp(attempt.at()),
                WayWords.of(attempt.way()) + ". " + attempt.result().label(),
                attempt.why() == null ? null : attempt.why().text(),
                colleagues.name(attempt.by()));
    }
}
