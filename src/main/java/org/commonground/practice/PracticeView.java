package org.commonground.practice;

import java.time.Instant;
import java.util.Optional;
import org.commonground.referral.Outcome;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.Standing;

/**
 * What a practice may know of its own referral.
 *
 * @param standing a {@link Standing}'s word, {@code not-reached} or {@code sent-back}
 * @param outcome how it ended; always empty where the person did not agree to feedback, and where they died: that is
 *     told by people, not by a status
 * @param sentBackFor why it came back; told always, because the practice has to do something
 * @param feedback whether the person agreed to feedback
 */
public record PracticeView(
        ReferralId referral,
        Reference reference,
        String standing,
        Optional<Outcome> outcome,
        Instant receivedAt,
        Optional<Instant> closedAt,
        Optional<SentBackReason> sentBackFor,
        boolean feedback) {

    public static PracticeView of(Referral referral, boolean feedback) {
        return new PracticeView(
                referral.id(),
                referral.reference(),
                feedback ? referral.standing().word() : little(referral),
                feedback ? referral.outcome().filter(outcome -> outcome != Outcome.DIED) : Optional.empty(),
                referral.receivedAt(),
                referral.closedAt(),
                referral.isOpen() ? Optional.empty() : referral.sentBackFor(),
                feedback);
    }

    /**
     * The view of a referral that another practice's open one took up. It looks as if it went on by itself: while the
     * other is open somebody talks with the person, and it ends when and as the other ends.
     */
    public static PracticeView joined(Referral referral, Referral other, boolean feedback) {
        Referral shown = new Referral(
                referral.id(),
                referral.reference(),
                referral.practice(),
                referral.neighbourhood(),
                referral.team(),
                referral.person(),
                referral.requestedUrgency(),
                referral.urgency(),
                other.isOpen() && other.standing().compareTo(Standing.TALKING) > 0
                        ? Standing.TALKING
                        : other.standing(),
                other.outcome(),
                referral.receivedAt(),
                other.closedAt(),
                other.sentBackFor(),
                Optional.empty());
        return of(shown, feedback);
    }

    private static String little(Referral referral) {
        if (referral.isOpen()) {
            return Standing.RECEIVED.word();
        }
        return referral.outcome()
                .filter(outcome -> outcome == Outcome.NOT_REACHED || outcome == Outcome.SENT_BACK)
                .map(Outcome::word)
                .orElse(Standing.CLOSED.word());
    }
}
