package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Somebody has posted a letter to the person or told them by phone; or the mail has gone, where something waits for that.
 * The reason is the way.
 */
public record PersonTold(UUID id, MessageId mail, UUID referral, MessageKind messageKind, Channel channel, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }

    @Override
    public String reason() {
        return channel.word();
    }
}
