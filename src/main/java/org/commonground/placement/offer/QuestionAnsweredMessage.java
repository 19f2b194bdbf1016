package org.commonground.placement.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.placement.OrganiserMessage;
import org.springframework.stereotype.Component;

/** A group's organisers hear that their question has been answered, and nothing of it: {@link OrganiserMessage#ofOpenOffer}. */
@Component
class QuestionAnsweredMessage implements MessageComposer {

    private final OrganiserMessage mail;

    QuestionAnsweredMessage(OrganiserMessage mail) {
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.QUESTION_ANSWERED;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return mail.organisersOf(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(mail.neighbourhoodOf(subject));
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        return mail.ofOpenOffer(recipient, subject, "Your question has been answered");
    }
}
