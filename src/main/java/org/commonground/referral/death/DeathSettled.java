package org.commonground.referral.death;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The team has found out whether a death that was recorded elsewhere is their person's; the reason is their answer. */
public record DeathSettled(UUID id, UUID referral, By actor, String reason) implements DomainEvent {

    static DeathSettled by(Actor actor, ReferralId referral, ConfirmDeath.Answer answer) {
        return new DeathSettled(Ids.next(), referral.value(), actor.by(), answer.word());
    }
}
