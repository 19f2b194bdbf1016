package org.commonground.conversation.signpost;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The person was pointed to something they do without us; we call once to hear how it went. */
public record PersonSignposted(UUID id, UUID referral, By actor) implements DomainEvent {

    static PersonSignposted by(Actor actor, ReferralId referral) {
        return new PersonSignposted(Ids.next(), referral.value(), actor.by());
    }
}
