package org.commonground.placement.check;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.Verdict;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A clinical supervisor said whether the group may be asked. The subject is the placement, the reason a {@link Verdict} word. */
public record SecondOpinionGiven(UUID id, UUID referral, UUID subject, UUID groupId, By actor, Verdict why)
        implements DomainEvent {

    static SecondOpinionGiven of(Placement placement, Verdict why, Actor actor) {
        return new SecondOpinionGiven(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
