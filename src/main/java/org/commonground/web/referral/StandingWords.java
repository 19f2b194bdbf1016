package org.commonground.web.referral;

import org.commonground.referral.Referral;
import org.commonground.referral.Standing;

/** Where a referral stands, in words for its team. */
public final class StandingWords {

    private StandingWords() {}

    /** With its outcome, where it has ended. */
    public static String of(Referral referral) {
        String words = of(referral.standing());
        return referral.outcome()
                .map(outcome -> words + ": " + StoryWords.outcome(outcome))
                .orElse(words);
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
