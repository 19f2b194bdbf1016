package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.Ways;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.words.Composers;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail is decided in the transaction of what caused it and sent later: {@link #post} only adds rows, {@link #sendDue}
 * sends them. Nobody else sends mail.
 */
@Service
@Transactional
public class Outbox {

    private final MessageRepository rows;
    private final Composers composers;
    private final Sender sender;
    private final Deceased deceased;
    private final NextWay nextWay;
    private final Events events;
    private final Clock clock;

    Outbox(
            MessageRepository rows,
            Composers composers,
            Sender sender,
            Deceased deceased,
            NextWay nextWay,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.composers = composers;
        this.sender = sender;
        this.deceased = deceased;
        this.nextWay = nextWay;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Decides, in the caller's transaction, that everybody this kind of mail is for is told. Saying it again for the
     * same occasion is harmless. To a person who died nothing is posted.
     *
     * @param subject what the mail is about, as the kind says
     * @param occasion the id of the event that caused it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(MessageKind kind, UUID subject, UUID occasion) {
        MessageComposer composer = composers.of(kind);
        Optional<NeighbourhoodId> where = composer.neighbourhood(subject, occasion);
        Window window = composer.window(subject, occasion);
        for (UUID recipient : composer.recipients(subject, occasion)) {
            if (kind.recipient() == RecipientRole.PERSON && deceased.hasDied(recipient)) {
                continue;
            }
            rows.add(kind, recipient, subject, occasion, where, window, clock.instant());
        }
    }

    /**
     * Decides again, in the caller's transaction, what was decided already, because the person has another mail address
     * now: what went to the former one, or is just going there, goes to the new one too; what could not be delivered is
     * replaced, and the task to mend it ends. What waits still finds the new address by itself, and whoever was told in
     * another way knows.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void postToNewAddress(MessageKind kind, UUID subject, UUID occasion) {
        Optional<PostedMessage> newest = rows.lockNewest(kind, subject);
        switch (newest.map(PostedMessage::state).orElse(MessageState.SENT)) {
            case SENT, CLAIMED -> post(kind, subject, occasion);
            case FAILED -> {
                PostedMessage failed = newest.orElseThrow();
                rows.replace(failed.id(), clock.instant());
                events.publish(new MessageCeased(Ids.next(), failed.id(), failed.recipient()));
                post(kind, subject, occasion);
            }
            case WAITING, DROPPED, OTHER_WAY, TOLD_OTHERWISE -> {}
        }
    }

    /** Drops, in the caller's transaction, whatever is meant for a referral's person and has not reached them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cease(UUID referral) {
        cease(referral, EnumSet.allOf(MessageKind.class));
    }

    /** As {@link #cease(UUID)}, of one kind: somebody has found out what it was to bring about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cease(UUID referral, MessageKind kind) {
        cease(referral, EnumSet.of(kind));
    }

    private void cease(UUID referral, Set<MessageKind> kinds) {
        rows.cease(referral, kinds, clock.instant())
                .forEach(mail -> events.publish(new MessageCeased(Ids.next(), mail, referral)));
    }

    /**
     * Lets, in the caller's transaction, what somebody is to post or to say to a referral's person take the next way, where
     * the way it was to go is not open any more. What waits to go by mail finds out when it goes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waysChanged(UUID referral) {
        for (PostedMessage message : rows.lockInHand(referral)) {
            if (nextWay.isStillOpen(message)) {
                continue;
            }
            events.publish(new WayLost(Ids.next(), message.id(), referral, message.channel()));
            takeNextWay(message, Actor.SYSTEM.by());
        }
    }

    /**
     * Sends what is due, each mail outside any transaction between two short ones: its claim and its result. Several
     * nodes may do so at once. Stops early where the mail server does not answer.
     *
     * @return how many mails the server has taken
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int sendDue() {
        return sender.sendDue();
    }

    @Transactional(readOnly = true)
    public PostedMessage find(MessageId mail) {
        return rows.find(mail).orElseThrow(Outbox::unknown);
    }

    /** Every message to the person of this referral, whatever became of it. */
    @Transactional(readOnly = true)
    public List<MessageId> toPerson(UUID referral) {
        return rows.toPerson(referral);
    }

    /** The referral a mail is about, or null where that is not known. */
    @Transactional(readOnly = true)
    public UUID referralOf(MessageId mail) {
        return referralOf(find(mail), events);
    }

    /** Tries an undeliverable mail anew, with all its attempts, to the address that is known then. */
    public void sendAgain(MessageId mail, Actor actor) {
        PostedMessage failed = failed(mail);
        rows.restart(mail, clock.instant());
        events.publish(new MailMended(Ids.next(), mail, referralOf(failed, events), actor.by(), "send-again"));
    }

    /** Records that somebody has told the recipient of an undeliverable mail in another way. */
    public void toldOtherwise(MessageId mail, Actor actor) {
        PostedMessage failed = failed(mail);
        rows.toldOtherwise(mail, clock.instant());
        events.publish(new MailMended(Ids.next(), mail, referralOf(failed, events), actor.by(), "told-otherwise"));
    }

    /**
     * A mail to the person that cannot be delivered takes the next way that is open, as {@link Ways} says; none where its day
     * has passed meanwhile.
     *
     * @throws Refusal for a mail to anybody else
     */
    public void anotherWay(MessageId mail, Actor actor) {
        PostedMessage failed = failed(mail);
        if (failed.kind().recipient() != RecipientRole.PERSON) {
            throw Refusal.invalid("mend", "Only a message to the person can go by letter or in a call");
        }
        UUID referral = failed.recipient();
        events.publish(new MailMended(Ids.next(), mail, referral, actor.by(), Mend.SEND_ANOTHER_WAY.word()));
        if (composers.words(failed).isEmpty()) {
            rows.drop(mail, Delivery.TOO_LATE, clock.instant());
            events.publish(new MessageDropped(Ids.next(), mail, referral, failed.kind()));
            return;
        }
        takeNextWay(failed, actor.by());
    }

    private void takeNextWay(PostedMessage message, By by) {
        nextWay.take(message, by)
                .ifPresent(channel -> events.publish(
                        new MessageTakesAnotherWay(Ids.next(), message.id(), message.recipient(), channel, by)));
    }

    private PostedMessage failed(MessageId mail) {
        PostedMessage row = rows.lock(mail).orElseThrow(Outbox::unknown);
        if (row.state() != MessageState.FAILED) {
            throw Refusal.conflict("This mail is not waiting to be mended any more");
        }
        return row;
    }

    static UUID referralOf(PostedMessage mail, Events events) {
        return switch (mail.kind().recipient()) {
            case PERSON -> mail.recipient();
            // whoever mends the mail must not learn about whom there is a concern
            case SAFEGUARDING_LEAD -> null;
            case PRACTICE, ORGANISER, STAFF ->
                events.referralOf(mail.occasion()).orElse(null);
        };
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such mail");
    }
}
