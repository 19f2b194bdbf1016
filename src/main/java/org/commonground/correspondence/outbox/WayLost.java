package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageId;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * The letter or the call that somebody was to make is not safe any more, or its address or number is gone. What they were
 * to do ends; the next way follows. The reason is the way that was lost.
 */
public record WayLost(UUID id, MessageId mail, UUID referral, Channel channel) implements DomainEvent {

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
        return channel.word();
    }
}
