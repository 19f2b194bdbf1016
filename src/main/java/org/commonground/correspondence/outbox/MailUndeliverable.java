package org.commonground.correspondence.outbox;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A mail cannot be delivered: its address is refused, or every attempt is used up. Somebody has to mend it.
 *
 * @param referral the referral it is about, or null where that is not known
 * @param messageKind what kind of mail; {@code messageKind.recipient()} tells whom it was for
 * @param reason the last status, as in {@code PostedMessage}
 */
public record MailUndeliverable(UUID id, MessageId mail, UUID referral, MessageKind messageKind, String reason)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return mail.value();
    }

    @Override
    public By actor() {
        return Actor.SYSTEM.by();
    }
}
