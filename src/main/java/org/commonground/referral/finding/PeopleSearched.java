package org.commonground.referral.finding;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Somebody has looked for people; the reason says by what, never for whom.
 *
 * @param by {@code reference}, {@code nhs-number}, {@code phone}, {@code born} or {@code name}, the first that was given
 * @param account who looked
 */
public record PeopleSearched(UUID id, String by, UUID account, By actor) implements DomainEvent {

    static PeopleSearched by(Actor.SignedIn actor, Search search) {
        return new PeopleSearched(Ids.next(), kind(search), actor.account().value(), actor.by());
    }

    private static String kind(Search search) {
        if (search.reference() != null) {
            return "reference";
        } else if (search.nhsNumber() != null) {
            return "nhs-number";
        } else if (search.phone() != null) {
            return "phone";
        }
        return search.born() != null ? "born" : "name";
    }

    @Override
    public UUID referral() {
        return null;
    }

    /** The account that looked: a search is about no referral. */
    @Override
    public UUID subject() {
        return account;
    }

    @Override
    public String reason() {
        return by;
    }
}
