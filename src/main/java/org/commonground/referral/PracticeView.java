package org.commonground.referral;

import java.time.Instant;
import java.util.Optional;

/**
 * What a practice may know of its own referral.
 *
 * @param standing a {@link Standing}'s word, or {@code not-reached}
 * @param outcome how it ended; always empty where the person did not agree to feedback
 * @param feedback whether the person agreed to feedback
 */
public record PracticeView(
        ReferralId referral,
        Reference reference,
        String standing,
        Optional<Outcome> outcome,
        Instant receivedAt,
        Optional<Instant> closedAt,
        boolean feedback) {

    static PracticeView of(Referral referral, boolean feedback) {
        return new PracticeView(
                referral.id(),
                referral.reference(),
                feedback ? referral.standing().word() : little(referral),
                feedback ? referral.outcome() : Optional.empty(),
                referral.receivedAt(),
                referral.closedAt(),
                feedback);
    }

    private static String little(Referral referral) {
        if (referral.isOpen()) {
            return Standing.RECEIVED.word();
        }
        boolean notReached =
                referral.outcome().filter(Outcome.NOT_REACHED::equals).isPresent();
        return notReached ? Outcome.NOT_REACHED.word() : Standing.CLOSED.word();
    }
}
