package org.commonground.neighbourhood;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A team was made, changed or ended.
 *
 * @param reason what: {@code created}, {@code changed} (name, lead or deputy), {@code ended}
 */
public record TeamChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    public static final String ENDED = "ended";

    static TeamChanged of(TeamId team, String reason, Actor actor) {
        return new TeamChanged(Ids.next(), team.value(), reason, actor.by());
    }

    /** Always null: a team belongs to no one referral. */
    @Override
    public UUID referral() {
        return null;
    }
}
