package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A message to the person is not told, because it may not be said any more or its day has passed: whoever works with them
 * has to know that they were not told. The reason is the kind's word.
 */
public record MessageDropped(UUID id, MessageId mail, UUID referral, MessageKind messageKind) implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }

    @Override
    public By actor() {
        return Actor.SYSTEM.by();
    }

    @Override
    public String reason() {
        return messageKind.word();
    }
}
