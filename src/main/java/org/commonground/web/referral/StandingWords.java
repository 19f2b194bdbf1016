package org.commonground.web.referral;

import java.util.Optional;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referral;
import org.commonground.referral.Standing;

/** Where a referral stands, in words for its team. */
public final class StandingWords {

    private StandingWords() {}

    /** With its outcome, where it has ended. */
    public static String of(Referral referral) {
        return of(referral.standing(), referral.outcome());
    }

    public static String of(Standing standing, Optional<Outcome> outcome) {
        String words = of(standing);
        return outcome.map(how -> words + ": " + StoryWords.outcome(how)).orElse(words);
    }

    private static String of(Standing standing) {
        return switch (standing) {
            case RECEIVED -> "Received";
            case REACHING -> "Reaching the person";
            case TALKING -> "Talking with the person";
            case CHOOSING -> "Choosing groups";
            case OFFERED -> "Offered to a group";
            case PLACED -> "Placed with a group";
            case FOLLOWING_UP -> "Following up";
            case CLOSED -> "Closed";
        };
    }
}
