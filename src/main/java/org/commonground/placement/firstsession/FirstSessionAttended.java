package org.commonground.placement.firstsession;

import java.time.LocalDate;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * The person came to a group's first session. The subject is the placement.
 *
 * @param on the day of the session
 * @param first whether it is the first session attended anywhere in this referral: true once per referral
 */
public record FirstSessionAttended(
        UUID id, UUID referral, UUID subject, UUID groupId, By actor, LocalDate on, boolean first)
        implements DomainEvent {

    static FirstSessionAttended of(Placement placement, LocalDate on, boolean first, Actor actor) {
        return new FirstSessionAttended(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                on,
                first);
    }
}
