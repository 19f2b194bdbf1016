package org.commonground.platform.event;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells upwards what has happened. Listeners hear it at once, in the same transaction, so that what they do commits
 * or fails together with it; {@link EventLog} hears it first.
 */
@Component
public class Events {

    private final ApplicationEventPublisher publisher;
    private final EventLog log;

    Events(ApplicationEventPublisher publisher, EventLog log) {
        this.publisher = publisher;
        this.log = log;
    }

    public void publish(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(event.kind() + " was published outside a transaction");
        }
        publisher.publishEvent(event);
    }

    /** The id of the newest event about a subject: the occasion of a mail that a model sends next. */
    public UUID latestAbout(UUID subject) {
        return log.latestAbout(subject);
    }

    /** The referral an event was about; empty where it was about none, or there is no such event. */
    public Optional<UUID> referralOf(UUID event) {
        return log.referralOf(event);
    }
}
