package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.words.Composers;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.correspondence.words.Templates;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to people who are not told by mail: the same words, printed as a letter or said in a call. They are written
 * when somebody opens them and kept nowhere.
 */
@Service
@Transactional
public class Messages {

    private final MessageRepository rows;
    private final Composers composers;
    private final Templates templates;
    private final NextWay nextWay;
    private final Deceased deceased;
    private final Events events;
    private final Clock clock;

    Messages(
            MessageRepository rows,
            Composers composers,
            Templates templates,
            NextWay nextWay,
            Deceased deceased,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.composers = composers;
        this.templates = templates;
        this.nextWay = nextWay;
        this.deceased = deceased;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the message says now, without what only a mail says; empty where it may no longer be told (too late, ended)
     * or is none to a person.
     */
    @Transactional(readOnly = true)
    public Optional<Letter> words(MessageId id) {
        return rows.find(id)
                .filter(mail -> mail.kind().recipient() == RecipientRole.PERSON)
                .filter(mail -> mail.state() == MessageState.OTHER_WAY)
                .filter(mail -> !deceased.mayHaveDied(mail.recipient()))
                .flatMap(mail -> composers
                        .words(mail)
                        .map(words ->
                                new Letter(templates.onPaper(mail.kind(), words).strip())));
    }

    /** Whose message it is; empty where there is none, or it is not for a person. */
    @Transactional(readOnly = true)
    public Optional<UUID> referralOf(MessageId id) {
        return rows.find(id)
                .filter(mail -> mail.kind().recipient() == RecipientRole.PERSON)
                .map(PostedMessage::recipient);
    }

    /** Records that a letter was posted, or could not be: then the next way is tried, while there is something to tell. */
    public Telling post(MessageId id, PostLetter command, Actor actor) {
        Commands.require(command);
        return told(id, Channel.LETTER, command.told(), actor);
    }

    /** Records that the person was told by phone, or could not be: then as {@link #post}. */
    public Telling call(MessageId id, CallPerson command, Actor actor) {
        Commands.require(command);
        return told(id, Channel.CALL, command.told(), actor);
    }

    private Telling told(MessageId id, Channel channel, Told told, Actor actor) {
        PostedMessage mail = rows.lock(id).orElseThrow(() -> Refusal.notFound("There is no such message"));
        if (mail.state() != MessageState.OTHER_WAY) {
            throw Refusal.conflict("This message is not waiting to be told any more");
        }
        if (deceased.mayHaveDied(mail.recipient())) {
            throw Refusal.conflict("A death has been recorded for somebody with this NHS number."
                    + " Tell the person nothing until the team has made sure");
        }
        Tried tried = told == Told.TOLD ? Tried.DONE : Tried.FAILED;
        rows.tried(id, channel, tried, actor.signature(), clock.instant());
        UUID referral = mail.recipient();
        if (told == Told.TOLD) {
            rows.toldOtherwise(id, clock.instant());
            events.publish(new PersonTold(Ids.next(), id, referral, mail.kind(), channel, actor.by()));
            return Telling.TOLD;
        }
        if (composers.words(mail).isEmpty()) {
            rows.drop(id, Delivery.TOO_LATE, clock.instant());
            events.publish(new MessageDropped(Ids.next(), id, referral, mail.kind()));
            return Telling.OVER;
        }
        return nextWay.take(mail, actor.by()).map(Telling::by).orElse(Telling.NO_WAY);
    }
}
