package org.commonground.web.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Organisers;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Staff;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Table.Line;
import org.commonground.web.setup.Table.Problem;
import org.springframework.stereotype.Component;

/**
 * Does what files say, line by line by the same services as the pages, and notes what it did. A preview is the same
 * work in a transaction that is undone, so that nothing is shown that would not happen. Nobody and nothing is ever ended
 * by a line that is not there.
 */
@Component
class Uploads {

    /** Where a rule's field has another name than its cell. */
    static final Map<String, String> NAMES = names(
            Map.entry("replyTo", "reply_to"),
            Map.entry("alsoFor", "also_for"),
            Map.entry("odsCode", "ods_code"),
            Map.entry("dutyName", "duty_name"),
            Map.entry("dutyPhone", "duty_phone"),
            Map.entry("dutyWhole", "duty_name"),
            Map.entry("validUntil", "valid_until"),
            Map.entry("inATeam", "teams"),
            Map.entry("ofStaff", "roles"),
            Map.entry("ofSomething", "roles"),
            Map.entry("ofRolesWithoutPosts", "roles"),
            Map.entry("meant", "roles"),
            Map.entry("deputyAnother", "deputy"));

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Staff staff;
    private final Accounts accounts;
    private final Practices practices;
    private final PracticeStaff practiceStaff;
    private final Groups groups;
    private final Organisers organisers;
    private final SetupNames names;

    Uploads(
            Neighbourhoods neighbourhoods,
            Teams teams,
            Staff staff,
            Accounts accounts,
            Practices practices,
            PracticeStaff practiceStaff,
            Groups groups,
            Organisers organisers,
            SetupNames names) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.staff = staff;
        this.accounts = accounts;
        this.practices = practices;
        this.practiceStaff = practiceStaff;
        this.groups = groups;
        this.organisers = organisers;
        this.names = names;
    }

    /** Call it inside a transaction, and undo that where the outcome has problems. */
    SetupOutcome run(Map<SetupFile, Table> tables, Actor.SignedIn actor) {
        SetupOutcome outcome = new SetupOutcome();
        tables.values().forEach(table -> table.problems().forEach(outcome::refuse));
        if (tables.values().stream().allMatch(Table::isRead)) {
            NeighbourhoodLines place = new NeighbourhoodLines(neighbourhoods, names, outcome, actor);
            TeamLines team = new TeamLines(teams, names, outcome, actor);
            StaffLines people = new StaffLines(staff, accounts, teams, names, outcome, actor);
            PracticeLines practice = new PracticeLines(practices, teams, names, outcome, actor);
            PracticePeopleLines desk = new PracticePeopleLines(practiceStaff, practices, accounts, outcome, actor);
            GroupLines group = new GroupLines(groups, organisers, accounts, names, outcome, actor);
            each(tables, SetupFile.NEIGHBOURHOODS, outcome, place::keep);
            each(tables, SetupFile.TEAMS, outcome, team::add);
            each(tables, SetupFile.STAFF, outcome, people::keep);
            each(tables, SetupFile.TEAMS, outcome, team::leads);
            each(tables, SetupFile.PRACTICES, outcome, practice::keep);
            each(tables, SetupFile.PRACTICES, outcome, practice::successor);
            each(tables, SetupFile.PRACTICE_PEOPLE, outcome, desk::keep);
            each(tables, SetupFile.GROUPS, outcome, group::keep);
        }
        return outcome;
    }

    @SafeVarargs
    private static Map<String, String> names(Map.Entry<String, String>... names) {
        Map<String, String> all = new HashMap<>(NumberWords.names());
        Stream.of(names).forEach(name -> all.put(name.getKey(), name.getValue()));
        return Map.copyOf(all);
    }

    private interface Step {
        void take(Line line);
    }

    /** A line that is refused stops no other: all is told at once. */
    private static void each(Map<SetupFile, Table> tables, SetupFile file, SetupOutcome outcome, Step step) {
        if (!tables.containsKey(file)) {
            return;
        }
        for (Line line : tables.get(file).lines()) {
            try {
                step.take(line);
            } catch (Refusal refusal) {
                if (refusal.fields().isEmpty()) {
                    outcome.refuse(new Problem(file, line.number(), null, refusal.getMessage()));
                }
                refusal.fields()
                        .forEach((field, words) -> outcome.refuse(
                                new Problem(file, line.number(), NAMES.getOrDefault(field, field), words)));
            }
        }
    }
}
