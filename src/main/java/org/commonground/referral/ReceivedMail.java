package org.commonground.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.PracticeId;
import org.commonground.account.Practices;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.springframework.stereotype.Component;

/** Tells the practice, or the one that took over from it, that its referral has arrived. Facts: {@code reference}. */
@Component
class ReceivedMail implements MailComposer {

    private final Referrals referrals;
    private final Practices practices;

    ReceivedMail(Referrals referrals, Practices practices) {
        this.referrals = referrals;
        this.practices = practices;
    }

    @Override
    public MailKind kind() {
        return MailKind.RECEIVED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return List.of(
                practices.heirOf(referrals.practiceOf(new ReferralId(subject))).value());
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        Referral referral = referrals.find(new ReferralId(subject));
        return practices
                .find(practices.heirOf(new PracticeId(recipient)))
                .map(practice -> new Mail(
                        practice.mail(),
                        "We have your referral " + referral.reference(),
                        Map.of("reference", referral.reference().text()),
                        Optional.empty()));
    }
}
