package org.commonground.placement.choice;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * The person would like to try a group at the next choice.
 *
 * @param subject the group
 */
public record GroupProposed(UUID id, UUID referral, UUID subject, By actor) implements DomainEvent {

    static GroupProposed of(ReferralId referral, GroupId group, Actor actor) {
        return new GroupProposed(Ids.next(), referral.value(), group.value(), actor.by());
    }

    @Override
    public UUID groupId() {
        return subject;
    }
}
