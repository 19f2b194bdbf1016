package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Who decides for a group, or how they are reached, is not what it was.
 *
 * @param subject the organiser
 * @param reason {@code joined} or {@code left} a group, {@code changed}, {@code signs-in} for a new account
 */
public record OrganiserChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static OrganiserChanged of(OrganiserId organiser, String reason, Actor actor) {
        return new OrganiserChanged(Ids.next(), organiser.value(), reason, actor.by());
    }

    /** About no referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
