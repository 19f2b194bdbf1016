package org.commonground.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.springframework.stereotype.Component;

/**
 * Tells the practice that there is news; what it is, {@link Referrals#viewOf} tells those who ask, as far as the person
 * agreed. Without consent to feedback only the end of the referral is news.
 */
@Component
class NewsMail implements MailComposer {

    private final Referrals referrals;
    private final PracticeMail mail;

    NewsMail(Referrals referrals, PracticeMail mail) {
        this.referrals = referrals;
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.NEWS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.recipients(subject);
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        Referral referral = referrals.find(new ReferralId(subject));
        if (referral.isOpen() && !referrals.consentsOf(referral.id()).allow(Purpose.FEEDBACK)) {
            return Optional.empty();
        }
        return mail.to(recipient, referral, "News about referral");
    }
}
