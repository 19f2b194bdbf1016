package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A message to the person will not go out any more, by no way, because their referral was stopped, or another one
 * takes its place. Whatever somebody was to do about it ends. The subject is the mail.
 */
public record MessageCeased(UUID id, MessageId mail, UUID referral) implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }

    @Override
    public By actor() {
        return Actor.SYSTEM.by();
    }
}
