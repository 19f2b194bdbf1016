package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.correspondence.channel.Courier;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.words.Composers;
import org.commonground.correspondence.words.Message;
import org.commonground.platform.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt to send a mail that is ours until its claim expires: whether it may go now, with which words, and how. */
@Component
class SendAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(SendAttempts.class);

    private final MessageRepository rows;
    private final Composers composers;
    private final Courier courier;
    private final PausedReferrals paused;
    private final Deceased deceased;
    private final ToPeople people;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate reading;

    SendAttempts(
            MessageRepository rows,
            Composers composers,
            Courier courier,
            PausedReferrals paused,
            Deceased deceased,
            ToPeople people,
            Events events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.composers = composers;
        this.courier = courier;
        this.paused = paused;
        this.deceased = deceased;
        this.people = people;
        this.events = events;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What becomes of a mail that is ours until its claim expires. */
    Delivery of(ClaimedMail claimed) {
        PostedMessage mail = claimed.mail();
        Optional<Message> words;
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
            return mail.isOver(clock.instant()) ? new Delivery.Dropped(Delivery.TOO_LATE) : new Delivery.Dropped();
        }
        if (mail.isToPerson() && Boolean.TRUE.equals(reading.execute(status -> mayNotBeSent(claimed)))) {
            return new Delivery.Dropped();
        }
        if (mail.isToPerson() && !waits && Boolean.FALSE.equals(reading.execute(status -> mayHaveDied(mail)))) {
            Ways ways = reading.execute(status -> people.waysTo(mail.recipient()));
            Ways.Next next = ways.next(mail.kind(), Set.of());
            if (next instanceof Ways.Nothing nothing) {
                return new Delivery.NoWay(nothing.reason());
            }
            if (next instanceof Ways.By by && by.channel() != Channel.EMAIL) {
                return new Delivery.AnotherWay(by.channel());
            }
        }
        return waits || mail.isToPerson() && Boolean.TRUE.equals(reading.execute(status -> mayHaveDied(mail)))
                ? new Delivery.Held()
                : courier.deliver(claimed, words.get());
    }

    private boolean mayHaveDied(PostedMessage mail) {
        return deceased.mayHaveDied(mail.recipient());
    }

    /** The last look before a mail to a person leaves: they may have died since it was claimed. */
    private boolean mayNotBeSent(ClaimedMail claimed) {
        return deceased.hasDied(claimed.mail().recipient()) || !rows.isClaimed(claimed);
    }

    private boolean waitsForPause(PostedMessage mail) {
        UUID referral = mail.kind().waitsForPause() ? Outbox.referralOf(mail, events) : null;
        return referral != null && paused.isPaused(referral);
    }
}
