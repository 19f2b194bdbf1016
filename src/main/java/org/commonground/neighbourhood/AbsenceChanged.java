package org.commonground.neighbourhood;

import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * An absence of an account was recorded or taken back.
 *
 * @param subject the account that is away
 * @param reason what: {@code recorded}, {@code taken-back}, {@code new-stand-in}
 */
public record AbsenceChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static AbsenceChanged of(AccountId account, String reason, Actor actor) {
        return new AbsenceChanged(Ids.next(), account.value(), reason, actor.by());
    }

    /** Always null: an absence belongs to no referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
