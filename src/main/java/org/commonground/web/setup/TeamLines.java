package org.commonground.web.setup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Table.Line;

/** The teams of one upload, and then who leads them. */
final class TeamLines {

    private final Teams teams;
    private final SetupNames names;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;
    private final Set<String> added = new HashSet<>();

    TeamLines(Teams teams, SetupNames names, SetupOutcome outcome, Actor.SignedIn actor) {
        this.teams = teams;
        this.names = names;
        this.outcome = outcome;
        this.actor = actor;
    }

    void add(Line line) {
        String name = Cells.of(line, "name");
        if (name == null || names.team(name).isEmpty()) {
            Problems problems = new Problems();
            NeighbourhoodId where = names.neighbourhood(Cells.of(line, "neighbourhood"), "neighbourhood", problems);
            problems.refuseIfWrong();
            added.add(teams.create(where, name, actor).name());
        }
    }

    /** After the staff: a lead may be among them. */
    void leads(Line line) {
        Team team = names.team(Cells.of(line, "name"))
                .orElseThrow(() -> Refusal.invalid("name", "This team could not be added"));
        Map<String, String> now = new LinkedHashMap<>();
        now.put("neighbourhood", names.nameOf(team.neighbourhood()));
        now.put("lead", names.username(team.lead()));
        now.put("deputy", names.username(team.deputy()));
        Map<String, String> wanted = Cells.over(now, line);
        Problems problems = new Problems();
        problems.need(
                names.neighbourhood(wanted.get("neighbourhood"), "neighbourhood", problems) == null
                        || now.get("neighbourhood").equalsIgnoreCase(wanted.get("neighbourhood")),
                "neighbourhood",
                "A team stays in its neighbourhood: " + now.get("neighbourhood"));
        wanted.put("neighbourhood", now.get("neighbourhood"));
        Map<String, Object> known = new HashMap<>();
        known.put("name", team.name());
        known.put("lead", names.person(wanted, "lead", problems));
        known.put("deputy", names.person(wanted, "deputy", problems));
        KeepTeam facts = Cells.command(KeepTeam.class, wanted, known, problems);
        teams.change(team.id(), facts, actor);
        wanted.put("lead", names.username(facts.lead()));
        wanted.put("deputy", names.username(facts.deputy()));
        outcome.note(SetupFile.TEAMS, added.contains(team.name()), team.name(), now, wanted);
    }
}
