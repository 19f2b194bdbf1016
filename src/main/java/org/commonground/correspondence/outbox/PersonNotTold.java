package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Ways;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person could be told by no way that is safe. The reason says why. */
public record PersonNotTold(UUID id, MessageId mail, UUID referral, MessageKind messageKind, Ways.Reason why, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }

    @Override
    public String reason() {
        return why.word();
    }
}
