package org.commonground.web.setup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.KeepPractice;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Table.Line;

/** The practices of one upload, and then who takes over from whom. */
final class PracticeLines {

    private final Practices practices;
    private final Teams teams;
    private final SetupNames names;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;
    private final Set<String> added = new HashSet<>();
    private final Map<String, Map<String, String>> before = new LinkedHashMap<>();

    PracticeLines(Practices practices, Teams teams, SetupNames names, SetupOutcome outcome, Actor.SignedIn actor) {
        this.practices = practices;
        this.teams = teams;
        this.names = names;
        this.outcome = outcome;
        this.actor = actor;
    }

    void keep(Line line) {
        Optional<Practice> known = practices.byOdsCode(Cells.of(line, "ods_code"));
        Map<String, String> now = facts(known);
        Map<String, String> wanted = Cells.over(now, line);
        // the successor may come in a later line
        KeepPractice command =
                command(wanted, known.flatMap(Practice::successor).orElse(null));
        if (known.isPresent()) {
            practices.change(known.get().id(), command, actor);
        } else {
            PracticeKey key = practices.create(command, actor);
            outcome.issued(key.odsCode(), key.key());
            added.add(key.odsCode());
        }
        before.put(command.odsCode(), now);
    }

    /** After all practices: a successor may come in a later line. */
    void successor(Line line) {
        String code = Cells.of(line, "ods_code");
        Practice practice = practices
                .byOdsCode(code)
                .orElseThrow(() -> Refusal.invalid("ods_code", "This practice could not be added"));
        Map<String, String> now = before.get(practice.odsCode());
        if (now == null) {
            return;
        }
        Map<String, String> wanted = Cells.over(now, line);
        String heir = wanted.get("successor");
        PracticeId successor = heir == null
                ? null
                : practices
                        .byOdsCode(heir)
                        .map(Practice::id)
                        .orElseThrow(() -> Refusal.invalid("successor", "There is no practice with this ODS code"));
        practices.change(practice.id(), command(wanted, successor), actor);
        wanted.replace("ods_code", practice.odsCode());
        wanted.replace("successor", heir == null ? null : heir.toUpperCase(Locale.ROOT));
        wanted.replace("team", names.team(wanted.get("team")).map(Team::name).orElse(null));
        outcome.note(SetupFile.PRACTICES, added.contains(practice.odsCode()), practice.odsCode(), now, wanted);
    }

    private Map<String, String> facts(Optional<Practice> known) {
        Map<String, String> now = new LinkedHashMap<>();
        now.put("ods_code", known.map(Practice::odsCode).orElse(null));
        now.put("name", known.map(Practice::name).orElse(null));
        now.put("mail", known.map(practice -> practice.mail().text()).orElse(null));
        now.put(
                "team",
                known.flatMap(practice -> teams.find(practice.team()))
                        .map(Team::name)
                        .orElse(null));
        now.put(
                "duty_name",
                known.flatMap(Practice::duty).map(duty -> duty.name().text()).orElse(null));
        now.put(
                "duty_phone",
                known.flatMap(Practice::duty).map(duty -> duty.phone().text()).orElse(null));
        now.put(
                "valid_until",
                known.flatMap(Practice::validUntil).map(LocalDate::toString).orElse(null));
        now.put(
                "successor",
                known.flatMap(Practice::successor)
                        .flatMap(practices::find)
                        .map(Practice::odsCode)
                        .orElse(null));
        return now;
    }

    private KeepPractice command(Map<String, String> wanted, PracticeId successor) {
        Problems problems = new Problems();
        Map<String, Object> known = new HashMap<>();
        known.put("team", names.team(wanted, "team", problems));
        known.put("successor", successor);
        return Cells.command(KeepPractice.class, wanted, known, problems);
    }
}
