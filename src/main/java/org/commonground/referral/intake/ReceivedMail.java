package org.commonground.referral.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.words.Mail;
import org.commonground.correspondence.words.MailComposer;
import org.commonground.referral.PracticeMail;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** Tells the practice that its referral has arrived. */
@Component
class ReceivedMail implements MailComposer {

    private final Referrals referrals;
    private final PracticeMail mail;

    ReceivedMail(Referrals referrals, PracticeMail mail) {
        this.referrals = referrals;
        this.mail = mail;
    }

    @Override
    public MailKind kind() {
        return MailKind.RECEIVED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.recipients(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(new ReferralId(subject)).neighbourhood());
    }

    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.to(recipient, referrals.find(new ReferralId(subject)), "We have your referral");
    }
}
