package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Something about an account was changed.
 *
 * @param reason what: {@code created}, {@code closed}, {@code changed} (name or roles), {@code moved} (to or from a team
 *     or group), {@code new-mail}, {@code new-password} (made by an administrator), {@code own-password}
 */
public record AccountChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static AccountChanged created(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "created", actor.by());
    }

    static AccountChanged closed(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "closed", actor.by());
    }

    public static AccountChanged moved(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "moved", actor.by());
    }

    static AccountChanged readdressed(AccountId account, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), "new-mail", actor.by());
    }

    public static AccountChanged of(AccountId account, String reason, Actor actor) {
        return new AccountChanged(Ids.next(), account.value(), reason, actor.by());
    }

    /** Whether nobody signs in with it any more. */
    public boolean isClosed() {
        return reason.equals("closed");
    }

    /** Always null: an account belongs to no referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
