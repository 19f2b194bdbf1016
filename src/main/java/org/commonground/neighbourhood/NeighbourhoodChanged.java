package org.commonground.neighbourhood;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A neighbourhood was made, or what is known about it changed.
 *
 * @param reason what: {@code created} or {@code changed}
 */
public record NeighbourhoodChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static NeighbourhoodChanged of(NeighbourhoodId neighbourhood, String reason, Actor actor) {
        return new NeighbourhoodChanged(Ids.next(), neighbourhood.value(), reason, actor.by());
    }

    /** Always null: a neighbourhood belongs to no one referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
