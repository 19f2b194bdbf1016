package org.commonground.placement.firstsession;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.placement.FirstSession;
import org.commonground.placement.OrganiserMessage;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.springframework.stereotype.Component;

/**
 * A group's organisers hear that somebody who was missed comes on another day, as long as that day is to come. Facts:
 * {@code reference}.
 */
@Component
class FirstSessionMovedMessage implements MessageComposer {

    private final OrganiserMessage mail;

    FirstSessionMovedMessage(OrganiserMessage mail) {
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.FIRST_SESSION_MOVED;
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
    public Window window(UUID subject, UUID occasion) {
        return mail.placement(subject)
                .firstSession()
                .map(FirstSession::start)
                .map(Window::until)
                .orElse(Window.ALWAYS);
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        Placement placement = mail.placement(subject);
        if (placement.state() != PlacementState.AGREED) {
            return Optional.empty();
        }
        Map<String, Object> facts =
                Map.of("reference", mail.reference(placement).text());
        return mail.to(recipient, placement, "A first session has a new day", facts);
    }
}
