package org.commonground.referral.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.referral.PracticeMessage;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** Tells the practice that its referral has arrived. */
@Component
class ReceivedMessage implements MessageComposer {

    private final Referrals referrals;
    private final PracticeMessage mail;

    ReceivedMessage(Referrals referrals, PracticeMessage mail) {
        this.referrals = referrals;
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.RECEIVED;
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
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.to(recipient, referrals.find(new ReferralId(subject)), "We have your referral");
    }
}
