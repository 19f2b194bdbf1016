package org.commonground.web.referral;

import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Teams;
import org.springframework.stereotype.Component;

/** Who works in a team: its link workers, and whoever leads it. A manager in the team's list is not one of them. */
@Component
public class TheTeam {

    private final Teams teams;

    TheTeam(Teams teams) {
        this.teams = teams;
    }

    public boolean has(Actor.SignedIn actor, TeamId team) {
        boolean member = actor.teams().contains(team) && (actor.has(Role.LINK_WORKER) || actor.has(Role.TEAM_LEAD));
        return member || teams.isLedBy(team, actor);
    }
}
