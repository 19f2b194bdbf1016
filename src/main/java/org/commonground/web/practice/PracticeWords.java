package org.commonground.web.practice;

import org.commonground.platform.Worded;
import org.commonground.practice.PracticeView;
import org.commonground.referral.Outcome;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.Standing;
import org.commonground.web.referral.StandingWords;

/** Where a referral stands, in words for its practice. */
final class PracticeWords {

    private PracticeWords() {}

    static String of(PracticeView view) {
        if (view.standing().equals(Outcome.NOT_REACHED.word())) {
            return "Closed: the person could not be reached";
        }
        if (view.standing().equals(Outcome.SENT_BACK.word())
                || view.sentBackFor().isPresent()) {
            return "Sent back to you"
                    + view.sentBackFor()
                            .map(SentBackReason::label)
                            .map(reason -> ": " + reason)
                            .orElse("");
        }
        return StandingWords.of(Worded.of(Standing.class, view.standing()), view.outcome());
    }
}
