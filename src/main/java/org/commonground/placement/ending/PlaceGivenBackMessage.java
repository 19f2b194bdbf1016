package org.commonground.placement.ending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.placement.OrganiserMessage;
import org.commonground.placement.Placement;
import org.springframework.stereotype.Component;

/** A group's organisers hear that a place is free again, and never why. Facts: {@code reference}. */
@Component
class PlaceGivenBackMessage implements MessageComposer {

    private final OrganiserMessage mail;

    PlaceGivenBackMessage(OrganiserMessage mail) {
        this.mail = mail;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.PLACE_GIVEN_BACK;
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
        Placement placement = mail.placement(subject);
        Map<String, Object> facts =
                Map.of("reference", mail.reference(placement).text());
        return mail.to(recipient, placement, "A place in your group is free again", facts);
    }
}
