package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.Events;
import org.springframework.stereotype.Component;

/**
 * Lets a message to a person that cannot go the way it was to go take the next one that is open. Nothing goes back to an
 * e-mail by itself: it would go out unseen beside what somebody has in hand.
 */
@Component
class NextWay {

    private final MessageRepository rows;
    private final ToPeople people;
    private final Events events;
    private final Clock clock;

    NextWay(MessageRepository rows, ToPeople people, Events events, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, which has the message's row.
     *
     * @param by who caused it
     * @return the channel; empty where none is left, which is told
     */
    Optional<Channel> take(PostedMessage message, By by) {
        Set<Channel> failed = EnumSet.of(Channel.EMAIL);
        failed.addAll(rows.failedChannels(message.id()));
        Ways.Next next = ways(message).next(message.kind(), failed);
        if (next instanceof Ways.By way) {
            rows.byHand(message.id(), way.channel(), clock.instant());
            return Optional.of(way.channel());
        }
        Ways.Reason why = ((Ways.Nothing) next).reason();
        rows.drop(message.id(), why.word(), clock.instant());
        events.publish(new PersonNotTold(Ids.next(), message.id(), message.recipient(), message.kind(), why, by));
        return Optional.empty();
    }

    /** Whether what somebody is to post or to say may still go that way. */
    boolean isStillOpen(PostedMessage message) {
        return ways(message).mayTake(message.kind(), message.channel());
    }

    private Ways ways(PostedMessage message) {
        return people.waysTo(message.recipient());
    }
}
