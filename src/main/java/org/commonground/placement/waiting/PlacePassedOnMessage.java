package org.commonground.placement.waiting;

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
 * The team's lead hears that nobody asked a person in time whether they still want a place. Fact: {@code reference}.
 */
@Component
class PlacePassedOnMessage implements MessageComposer {

    private final LeadMessage mail;

    PlacePassedOnMessage(LeadMessage mail) {
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.PLACE_PASSED_ON;
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
        return mail.to(recipient, subject, "A place was passed on");
    }
}
