package org.commonground.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.PracticeId;
import org.commonground.account.Practices;
import org.commonground.correspondence.Mail;
import org.springframework.stereotype.Component;

/**
 * What the mails to a referral's practice, or to the one that took over from it, have in common: they tell nothing but
 * the reference.
 */
@Component
class PracticeMail {

    private final Referrals referrals;
    private final Practices practices;

    PracticeMail(Referrals referrals, Practices practices) {
        this.referrals = referrals;
        this.practices = practices;
    }

    List<UUID> recipients(UUID referral) {
        return List.of(
                practices.heirOf(referrals.practiceOf(new ReferralId(referral))).value());
    }

    /** Fact: {@code reference}, which also ends the title. */
    Optional<Mail> to(UUID practice, Referral referral, String title) {
        return practices
                .find(practices.heirOf(new PracticeId(practice)))
                .map(found -> new Mail(
                        found.mail(),
                        title + " " + referral.reference(),
                        Map.of("reference", referral.reference().text()),
                        Optional.empty()));
    }
}
