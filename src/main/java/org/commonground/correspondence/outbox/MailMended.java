package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.correspondence.MessageId;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Somebody has dealt with an undeliverable mail; the reason is {@code send-again} or {@code told-otherwise}. */
public record MailMended(UUID id, MessageId mail, UUID referral, By actor, String reason) implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }
}
