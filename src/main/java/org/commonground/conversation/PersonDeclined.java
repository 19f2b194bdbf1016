package org.commonground.conversation;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The person does not want social prescribing: said when reached, or when we talked; the reason says why. */
public record PersonDeclined(UUID id, UUID referral, DeclinedBecause because, By actor) implements DomainEvent {

    public static PersonDeclined by(Actor actor, ReferralId referral, DeclinedBecause because) {
        return new PersonDeclined(Ids.next(), referral.value(), because, actor.by());
    }

    @Override
    public String reason() {
        return because.word();
    }
}
