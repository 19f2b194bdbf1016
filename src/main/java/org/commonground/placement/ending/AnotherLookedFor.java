package org.commonground.placement.ending;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Somebody has talked with a person whose group is closed or suspended. The subject is the placement, the reason a
 * {@link FindAnother.Next} word.
 */
public record AnotherLookedFor(UUID id, UUID referral, UUID subject, UUID groupId, FindAnother.Next next, By actor)
        implements DomainEvent {

    static AnotherLookedFor of(Placement placement, FindAnother.Next next, Actor actor) {
        return new AnotherLookedFor(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                next,
                actor.by());
    }

    @Override
    public String reason() {
        return next.word();
    }
}
