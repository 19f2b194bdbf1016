package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonground.account.Actor;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.MessageWay;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what became of an attempt, in a transaction of its own; what others must hear of is told upwards. */
@Component
class SendResults {

    private static final Logger LOG = LoggerFactory.getLogger(SendResults.class);

    /**
     * How soon a mail is looked at again that could not be tried, because of a pause or because there is no mail server: so
     * long it goes out after either at the latest.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final OutboxRepository rows;
    private final Events events;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendResults(
            OutboxRepository rows,
            Events events,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What cannot be recorded is done again when the claim has expired; the other mails do not wait for it. */
    void tryToRecord(ClaimedMail claimed, Delivery delivery) {
        try {
            record(claimed, delivery);
        } catch (RuntimeException e) {
            PostedMessage mail = claimed.mail();
            LOG.error(
                    "mail {} ({}) could not be recorded: {}",
                    mail.id(),
                    mail.kind().word(),
                    e.getClass());
        }
    }

    private void record(ClaimedMail claimed, Delivery delivery) {
        PostedMessage mail = claimed.mail();
        boolean ours = inTransaction(() -> {
            if (delivery instanceof Delivery.Sent sent) {
                return rows.settle(claimed, MessageState.SENT, sent.status(), clock.instant());
            } else if (delivery instanceof Delivery.Dropped dropped) {
                return drop(claimed, dropped.status());
            } else if (delivery instanceof Delivery.AnotherWay another) {
                return takeAnotherWay(claimed, another.way());
            } else if (delivery instanceof Delivery.Held || delivery instanceof Delivery.NoAnswer) {
                return rows.hold(claimed, delivery.status(), clock.instant().plus(LOOK_AGAIN));
            } else if (delivery instanceof Delivery.Refused || lastAttempt(mail)) {
                return fail(claimed, delivery.status());
            } else {
                Duration pause = settings.pauses().get(mail.attempts() - 1);
                return rows.postpone(claimed, delivery.status(), clock.instant().plus(pause));
            }
        });
        if (ours && delivery instanceof Delivery.Held) {
            LOG.debug("mail {} waits for the end of a pause", mail.id());
        } else if (ours) {
            LOG.info("mail {} ({}): {}", mail.id(), mail.kind().word(), delivery.status());
        } else {
            LOG.info(
                    "mail {} ({}): the claim had expired",
                    mail.id(),
                    mail.kind().word());
        }
    }

    private boolean lastAttempt(PostedMessage mail) {
        return mail.attempts() > settings.pauses().size();
    }

    private boolean takeAnotherWay(ClaimedMail claimed, MessageWay way) {
        boolean ours = rows.settle(claimed, MessageState.OTHER_WAY, way.word(), clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MessageTakesAnotherWay(Ids.next(), mail.id(), referral, way, Actor.SYSTEM.by()));
        }
        return ours;
    }

    private boolean drop(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MessageState.DROPPED, status, clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours && mail.isToPerson()) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MessageDropped(Ids.next(), mail.id(), referral, mail.kind()));
        }
        return ours;
    }

    private boolean fail(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MessageState.FAILED, status, clock.instant());
        if (ours) {
            PostedMessage mail = claimed.mail();
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MailUndeliverable(Ids.next(), mail.id(), referral, mail.kind(), status));
        }
        return ours;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
