package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonground.account.Actor;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.MailState;
import org.commonground.correspondence.MessageWay;
import org.commonground.correspondence.PostedMail;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.channel.Courier;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.correspondence.words.Composers;
import org.commonground.correspondence.words.Mail;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes due mails one by one: claims a mail in a transaction of its own, writes and sends it outside any, and records
 * what became of it in another. A node that dies in between leaves a claim that expires; then the mail is sent again
 * with the same Message-ID, which is as close to "once" as SMTP comes.
 */
@Component
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** How soon a mail is looked at again that a pause keeps back; so long it goes out after the pause at the latest. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final OutboxRepository rows;
    private final Composers composers;
    private final Courier courier;
    private final PausedReferrals paused;
    private final Deceased deceased;
    private final ToPeople people;
    private final Events events;
    private final MailSettings settings;
    private final Clock clock;
    private final ConfigurableApplicationContext node;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    Sender(
            OutboxRepository rows,
            Composers composers,
            Courier courier,
            PausedReferrals paused,
            Deceased deceased,
            ToPeople people,
            Events events,
            MailSettings settings,
            Clock clock,
            ConfigurableApplicationContext node,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.composers = composers;
        this.courier = courier;
        this.paused = paused;
        this.deceased = deceased;
        this.people = people;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.node = node;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Stops between two mails once the node is shutting down: what waits goes out after the next start. */
    int sendDue() {
        int sent = 0;
        for (Optional<ClaimedMail> next = claim(); next.isPresent(); next = claim()) {
            Delivery delivery = attempt(next.get());
            tryToRecord(next.get(), delivery);
            if (delivery instanceof Delivery.Sent) {
                sent++;
            }
            if (delivery instanceof Delivery.NoAnswer) {
                break;
            }
        }
        return sent;
    }

    private Optional<ClaimedMail> claim() {
        if (node.isClosed()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return inTransaction(() -> rows.claim(Ids.next(), now, now.plus(settings.claim())));
    }

    /** What becomes of a mail that is ours until its claim expires. */
    Delivery attempt(ClaimedMail claimed) {
        PostedMail mail = claimed.mail();
        Optional<Mail> words;
        boolean waits;
        try {
            // before the words: those of a pause that ends in between would have the dates of before
            waits = Boolean.TRUE.equals(reading.execute(status -> waitsForPause(mail)));
            words = reading.execute(status -> composers.words(mail));
        } catch (RuntimeException e) {
            LOG.warn(
                    "mail {} ({}) could not be composed: {}",
                    mail.id(),
                    mail.kind().word(),
                    e.getClass());
            return new Delivery.Delayed("not-composed");
        }
        if (words.isEmpty()) {
            return new Delivery.Dropped();
        }
        if (toPerson(mail) && Boolean.TRUE.equals(reading.execute(status -> mayNotBeSent(claimed)))) {
            return new Delivery.Dropped();
        }
        if (toPerson(mail) && !waits && Boolean.FALSE.equals(reading.execute(status -> mayHaveDied(mail)))) {
            MessageWay way = reading.execute(status -> people.wayTo(mail.recipient()));
            if (way != MessageWay.MAIL) {
                return new Delivery.AnotherWay(way);
            }
        }
        return waits || toPerson(mail) && Boolean.TRUE.equals(reading.execute(status -> mayHaveDied(mail)))
                ? new Delivery.Held()
                : courier.deliver(claimed, words.get());
    }

    private boolean mayHaveDied(PostedMail mail) {
        return deceased.mayHaveDied(mail.recipient());
    }

    private static boolean toPerson(PostedMail mail) {
        return mail.kind().recipient() == RecipientRole.PERSON;
    }

    /** The last look before a mail to a person leaves: they may have died since it was claimed. */
    private boolean mayNotBeSent(ClaimedMail claimed) {
        return deceased.hasDied(claimed.mail().recipient()) || !rows.isClaimed(claimed);
    }

    private boolean waitsForPause(PostedMail mail) {
        UUID referral = mail.kind().waitsForPause() ? Outbox.referralOf(mail, events) : null;
        return referral != null && paused.isPaused(referral);
    }

    /** What cannot be recorded is done again when the claim has expired; the other mails do not wait for it. */
    private void tryToRecord(ClaimedMail claimed, Delivery delivery) {
        try {
            record(claimed, delivery);
        } catch (RuntimeException e) {
            PostedMail mail = claimed.mail();
            LOG.error(
                    "mail {} ({}) could not be recorded: {}",
                    mail.id(),
                    mail.kind().word(),
                    e.getClass());
        }
    }

    private void record(ClaimedMail claimed, Delivery delivery) {
        PostedMail mail = claimed.mail();
        boolean ours = inTransaction(() -> {
            if (delivery instanceof Delivery.Sent sent) {
                return rows.settle(claimed, MailState.SENT, sent.status(), clock.instant());
            } else if (delivery instanceof Delivery.Dropped dropped) {
                return drop(claimed, dropped.status());
            } else if (delivery instanceof Delivery.AnotherWay another) {
                return takeAnotherWay(claimed, another.way());
            } else if (delivery instanceof Delivery.Held) {
                return rows.hold(claimed, clock.instant().plus(LOOK_AGAIN));
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

    private boolean lastAttempt(PostedMail mail) {
        return mail.attempts() > settings.pauses().size();
    }

    private boolean takeAnotherWay(ClaimedMail claimed, MessageWay way) {
        boolean ours = rows.settle(claimed, MailState.OTHER_WAY, way.word(), clock.instant());
        PostedMail mail = claimed.mail();
        if (ours) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MessageTakesAnotherWay(Ids.next(), mail.id(), referral, way, Actor.SYSTEM.role()));
        }
        return ours;
    }

    private boolean drop(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MailState.DROPPED, status, clock.instant());
        PostedMail mail = claimed.mail();
        if (ours && toPerson(mail)) {
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MailDropped(Ids.next(), mail.id(), referral, mail.kind()));
        }
        return ours;
    }

    private boolean fail(ClaimedMail claimed, String status) {
        boolean ours = rows.settle(claimed, MailState.FAILED, status, clock.instant());
        if (ours) {
            PostedMail mail = claimed.mail();
            UUID referral = Outbox.referralOf(mail, events);
            events.publish(new MailUndeliverable(Ids.next(), mail.id(), referral, mail.kind(), status));
        }
        return ours;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
