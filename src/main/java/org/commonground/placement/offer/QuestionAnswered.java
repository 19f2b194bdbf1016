package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The team answered a group's question: the clocks of its offer go on. The subject is the placement. */
public record QuestionAnswered(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static QuestionAnswered of(Placement placement, Actor actor) {
        return new QuestionAnswered(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
