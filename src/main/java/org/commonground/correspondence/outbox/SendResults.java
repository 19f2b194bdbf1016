package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.Ways;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records what became of an attempt, in a transaction of its own; what others must hear of is told upwards. A race lost against
 * somebody who works on the same referral is run again: the mail has gone, and would go twice.
 */
@Component
class SendResults {

    private static final Logger LOG = LoggerFactory.getLogger(SendResults.class);

    /**
     * How soon a mail is looked at again that could not be tried, because of a pause or because there is no mail server: so
     * long it goes out after either at the latest.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final MessageRepository rows;
    private final Events events;
    private final MailSettings settings;
    private final Clock clock;
    private final InOneTransaction once;

    SendResults(MessageRepository rows, Events events, MailSettings settings, Clock clock, InOneTransaction once) {
        this.rows = rows;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.once = once;
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
        boolean ours = once.call(() -> {
            if (delivery instanceof Delivery.Sent sent) {
                return sent(claimed, sent.status());
            } else if (delivery instanceof Delivery.Dropped dropped) {
                return drop(claimed, dropped.status());
            } else if (delivery instanceof Delivery.AnotherWay another) {
                return takeAnotherWay(claimed, another.channel());
            } else if (delivery instanceof Delivery.NoWay none) {
                return tellNobody(claimed, none.reason());
            } else if (delivery instanceof Delivery.Held || delivery instanceof Delivery.NoAnswer) {
                return rows.hold(claimed, delivery.status(), clock.instant().plus(LOOK_AGAIN));
            } else if (delivery instanceof Delivery.Refused || lastAttempt(mail)) {
                return fail(claimed, delivery.status());
            } else {
                Duration pause = settings.pauses().get(mail.attempts() - 1);
                return rows.postpone(claimed, delivery.status(), clock.instant(), pause);
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

    private boolean sent(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MessageState.SENT, Tried.DONE, status, clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours && mail.kind().isAwaited()) {
            events.publish(new PersonTold(
                    Ids.next(), mail.id(), mail.recipient(), mail.kind(), Channel.EMAIL, Actor.SYSTEM.by()));
        }
        return ours;
    }

    private boolean tellNobody(ClaimedMail claimed, Ways.Reason why) {
        boolean ours = rows.end(claimed, MessageState.DROPPED, why.word(), clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours) {
            events.publish(
                    new PersonNotTold(Ids.next(), mail.id(), mail.recipient(), mail.kind(), why, Actor.SYSTEM.by()));
        }
        return ours;
    }

    private boolean takeAnotherWay(ClaimedMail claimed, Channel channel) {
        boolean ours = rows.giveToSomebody(claimed, channel, clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MessageTakesAnotherWay(Ids.next(), mail.id(), referral, channel, Actor.SYSTEM.by()));
        }
        return ours;
    }

    private boolean drop(ClaimedMail claimed, String status) {
        boolean ours = rows.end(claimed, MessageState.DROPPED, status, clock.instant());
        PostedMessage mail = claimed.mail();
        if (ours && mail.isToPerson()) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MessageDropped(Ids.next(), mail.id(), referral, mail.kind()));
        }
        return ours;
    }

    private boolean fail(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MessageState.FAILED, Tried.FAILED, status, clock.instant());
        if (ours) {
            PostedMessage mail = claimed.mail();
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MailUndeliverable(Ids.next(), mail.id(), referral, mail.kind(), status));
        }
        return ours;
    }
}
