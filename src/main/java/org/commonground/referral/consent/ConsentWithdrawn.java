package org.commonground.referral.consent;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * A consent that was given no longer is; the reason is the purpose's word. Withdrawing {@link Purpose#REFER} ends the
 * referral.
 *
 * @param group the group it was about, for {@link Purpose#SHARE_WITH_GROUP} alone, else null
 */
public record ConsentWithdrawn(UUID id, UUID referral, Purpose purpose, GroupId group, By actor)
        implements DomainEvent {

    public static ConsentWithdrawn by(Actor actor, ReferralId referral, Purpose purpose, GroupId group) {
        return new ConsentWithdrawn(Ids.next(), referral.value(), purpose, group, actor.by());
    }

    @Override
    public String reason() {
        return purpose.word();
    }

    @Override
    public UUID groupId() {
        return group == null ? null : group.value();
    }
}
