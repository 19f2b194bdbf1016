package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageId;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A message to the person goes by letter or in a call: somebody has to do it. The reason is the way. */
public record MessageTakesAnotherWay(UUID id, MessageId mail, UUID referral, Channel channel, By actor)
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
