package org.commonground.neighbourhood;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A practice was added, changed, closed, or given a new key or mail address.
 *
 * @param reason what: {@code created}, {@code changed}, {@code closed}, {@code new-key}, {@code new-mail}
 */
public record PracticeChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static PracticeChanged of(PracticeId practice, String reason, Actor actor) {
        return new PracticeChanged(Ids.next(), practice.value(), reason, actor.by());
    }

    /** Always null: a practice belongs to no one referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
