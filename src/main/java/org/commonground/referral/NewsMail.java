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

/**
 * Tells the practice, or the one that took over from it, that there is news; what it is, {@link Referrals#viewOf} tells those who ask, as far as the person
 * agreed. Without consent to feedback only the end of the referral is news. Facts: {@code reference}.
 */
@Component
class NewsMail implements MailComposer {

    private final Referrals referrals;
    private final Practices practices;

    NewsMail(Referrals referrals, Practices practices) {
        this.referrals = referrals;
        this.practices = practices;
    }

    @Override
    public MailKind kind() {
        return MailKind.NEWS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return List.of(
                practices.heirOf(referrals.practiceOf(new ReferralId(subject))).value());
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        Referral referral = referrals.find(new ReferralId(subject));
        if (referral.isOpen() && !referrals.consentsOf(referral.id()).allow(Purpose.FEEDBACK)) {
            return Optional.empty();
        }
        return practices
                .find(practices.heirOf(new PracticeId(recipient)))
                .map(practice -> new Mail(
                        practice.mail(),
                        "News about referral " + referral.reference(),
                        Map.of("reference", referral.reference().text()),
                        Optional.empty()));
    }
}
