package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;

/**
 * Something about an account, team or practice was changed.
 *
 * @param reason what: {@code created}, {@code closed}, {@code moved} (to a team or group), {@code new-mail}
 */
public record AccountChanged(UUID id, UUID subject, String reason, String actor) implements DomainEvent {

    static AccountChanged created(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "created", actor.role());
    }

    static AccountChanged closed(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "closed", actor.role());
    }

    static AccountChanged moved(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "moved", actor.role());
    }

    static AccountChanged readdressed(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "new-mail", actor.role());
    }

    /** Always null: an account belongs to no referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
