package org.commonground.placement.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.placement.LeadMessage;
import org.springframework.stereotype.Component;

/**
 * The team's lead hears that a group did not answer, whether it could not be reached, has nobody with an account or
 * was not phoned in time. Fact: {@code reference}.
 */
@Component
class OfferLapsedMessage implements MessageComposer {

    private final LeadMessage mail;

    OfferLapsedMessage(LeadMessage mail) {
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.OFFER_LAPSED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.recipients(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(mail.neighbourhoodOf(subject));
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.to(recipient, subject, "A group did not answer");
    }
}
