package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A group asked something before it decides: the clocks of its offer stand still. The subject is the placement. */
public record QuestionAsked(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static QuestionAsked of(Placement placement, Actor actor) {
        return new QuestionAsked(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
