package org.commonground.web.setup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.IssuedPassword;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.KeepPractice;
import org.commonground.account.KeepStaff;
import org.commonground.account.KeepTeam;
import org.commonground.account.Organisers;
import org.commonground.account.Practice;
import org.commonground.account.PracticeId;
import org.commonground.account.PracticeKey;
import org.commonground.account.Practices;
import org.commonground.account.Role;
import org.commonground.account.Staff;
import org.commonground.account.Team;
import org.commonground.account.TeamId;
import org.commonground.account.Teams;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Outcome.Change;
import org.commonground.web.setup.Outcome.What;
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

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("odsCode", "ods_code"),
            Map.entry("dutyName", "duty_name"),
            Map.entry("dutyPhone", "duty_phone"),
            Map.entry("dutyWhole", "duty_name"),
            Map.entry("validUntil", "valid_until"),
            Map.entry("inATeam", "teams"),
            Map.entry("ofStaff", "roles"),
            Map.entry("meant", "roles"),
            Map.entry("deputyAnother", "deputy"));

    private final Teams teams;
    private final Staff staff;
    private final Accounts accounts;
    private final Practices practices;
    private final Groups groups;
    private final Organisers organisers;

    Uploads(Teams teams, Staff staff, Accounts accounts, Practices practices, Groups groups, Organisers organisers) {
        this.teams = teams;
        this.staff = staff;
        this.accounts = accounts;
        this.practices = practices;
        this.groups = groups;
        this.organisers = organisers;
    }

    /** Call it inside a transaction, and undo that where the outcome has problems. */
    Outcome run(Map<SetupFile, Table> tables, Actor.SignedIn actor) {
        Outcome outcome = new Outcome();
        tables.values().forEach(table -> table.problems().forEach(outcome::refuse));
        if (outcome.getProblems().isEmpty()) {
            Work work = new Work(outcome, actor);
            each(tables, SetupFile.TEAMS, outcome, work::team);
            each(tables, SetupFile.STAFF, outcome, work::staff);
            each(tables, SetupFile.TEAMS, outcome, work::leads);
            each(tables, SetupFile.PRACTICES, outcome, work::practice);
            each(tables, SetupFile.PRACTICES, outcome, work::successor);
            each(tables, SetupFile.GROUPS, outcome, work::group);
        }
        return outcome;
    }

    private interface Step {
        void take(Line line);
    }

    /** A line that is refused stops no other: all is told at once. */
    private static void each(Map<SetupFile, Table> tables, SetupFile file, Outcome outcome, Step step) {
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

    /** The lines of one upload. */
    private final class Work {

        private final Outcome outcome;
        private final Actor.SignedIn actor;
        private final Set<String> newTeams = new HashSet<>();
        private final Set<String> newPractices = new HashSet<>();
        private final Map<String, Map<String, String>> practicesBefore = new LinkedHashMap<>();

        Work(Outcome outcome, Actor.SignedIn actor) {
            this.outcome = outcome;
            this.actor = actor;
        }

        void team(Line line) {
            String name = cell(line, "name");
            if (name == null || teamNamed(name).isEmpty()) {
                newTeams.add(teams.create(name, actor).name());
            }
        }

        /** After the staff: a lead may be among them. */
        void leads(Line line) {
            Team team = teamNamed(cell(line, "name"))
                    .orElseThrow(() -> Refusal.invalid("name", "This team could not be added"));
            Map<String, String> now = new LinkedHashMap<>();
            now.put("lead", username(team.lead()));
            now.put("deputy", username(team.deputy()));
            Map<String, String> wanted = over(now, line);
            KeepTeam facts = new KeepTeam(team.name(), person(wanted, "lead"), person(wanted, "deputy"));
            teams.change(team.id(), facts, actor);
            wanted.put("lead", username(facts.lead()));
            wanted.put("deputy", username(facts.deputy()));
            note(SetupFile.TEAMS, newTeams.contains(team.name()), team.name(), now, wanted);
        }

        void staff(Line line) {
            Optional<Account> known = accounts.byUsername(cell(line, "username"));
            known.filter(account -> !account.active()).ifPresent(account -> {
                throw Refusal.invalid("username", "This account has ended; choose another username");
            });
            Map<String, String> now = new LinkedHashMap<>();
            now.put("username", known.map(Account::username).orElse(null));
            now.put("name", known.map(account -> account.displayName().text()).orElse(null));
            now.put("mail", known.map(Account::mail).map(Personal::text).orElse(null));
            now.put(
                    "roles",
                    known.map(account -> account.roles().stream()
                                    .filter(role -> role != Role.ORGANISER)
                                    .map(Role::word)
                                    .sorted()
                                    .collect(Collectors.joining("; ")))
                            .orElse(null));
            now.put(
                    "teams",
                    known.map(account -> account.teams().stream()
                                    .flatMap(id -> teams.find(id).stream())
                                    .map(Team::name)
                                    .sorted()
                                    .collect(Collectors.joining("; ")))
                            .orElse(null));
            Map<String, String> wanted = over(now, line);
            KeepStaff command = new KeepStaff(
                    wanted.get("username"),
                    PersonName.of(wanted.get("name")),
                    MailAddress.of(wanted.get("mail")),
                    roles(wanted.get("roles")),
                    teamsNamed(wanted.get("teams")));
            if (known.isPresent()) {
                // a role that nobody would have is left on a page, where somebody says that it is meant
                staff.change(known.get().id(), command, false, actor);
            } else {
                IssuedPassword issued = staff.open(command, actor);
                outcome.issued(issued.username(), issued.password());
            }
            wanted.put("username", command.username());
            wanted.put(
                    "roles", command.roles().stream().map(Role::word).sorted().collect(Collectors.joining("; ")));
            wanted.put(
                    "teams",
                    parts(wanted.get("teams")).stream()
                            .flatMap(name -> teamNamed(name).stream())
                            .map(Team::name)
                            .sorted()
                            .collect(Collectors.joining("; ")));
            note(SetupFile.STAFF, known.isEmpty(), command.username(), now, wanted);
        }

        void practice(Line line) {
            Optional<Practice> known = practices.byOdsCode(cell(line, "ods_code"));
            Map<String, String> now = facts(known);
            Map<String, String> wanted = over(now, line);
            // the successor may come in a later line
            KeepPractice command =
                    command(wanted, known.flatMap(Practice::successor).orElse(null));
            if (known.isPresent()) {
                practices.change(known.get().id(), command, actor);
            } else {
                PracticeKey key = practices.create(command, actor);
                outcome.issued(key.odsCode(), key.key());
                newPractices.add(key.odsCode());
            }
            practicesBefore.put(command.odsCode(), now);
        }

        void successor(Line line) {
            String code = cell(line, "ods_code");
            Practice practice = practices
                    .byOdsCode(code)
                    .orElseThrow(() -> Refusal.invalid("ods_code", "This practice could not be added"));
            Map<String, String> now = practicesBefore.get(practice.odsCode());
            if (now == null) {
                return;
            }
            Map<String, String> wanted = over(now, line);
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
            wanted.replace("team", teamNamed(wanted.get("team")).map(Team::name).orElse(null));
            note(SetupFile.PRACTICES, newPractices.contains(practice.odsCode()), practice.odsCode(), now, wanted);
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
                    known.flatMap(Practice::duty)
                            .map(duty -> duty.name().text())
                            .orElse(null));
            now.put(
                    "duty_phone",
                    known.flatMap(Practice::duty)
                            .map(duty -> duty.phone().text())
                            .orElse(null));
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
            TeamId team = wanted.get("team") == null
                    ? null
                    : teamNamed(wanted.get("team"))
                            .map(Team::id)
                            .orElseThrow(() -> Refusal.invalid("team", "There is no team with this name"));
            return new KeepPractice(
                    wanted.get("ods_code"),
                    wanted.get("name"),
                    MailAddress.of(wanted.get("mail")),
                    team,
                    PersonName.of(wanted.get("duty_name")),
                    Phone.of(wanted.get("duty_phone")),
                    day(wanted.get("valid_until")),
                    successor);
        }

        void group(Line line) {
            String name = cell(line, "name");
            List<Group> known = groups.list().stream()
                    .filter(group -> group.name().equalsIgnoreCase(name))
                    .toList();
            if (known.size() > 1) {
                throw Refusal.invalid("name", "There are several groups with this name: change them on their pages");
            }
            Map<String, String> now =
                    known.isEmpty() ? new LinkedHashMap<>() : GroupFacts.written(NewGroup.of(known.get(0)));
            Map<String, String> wanted = over(now, line);
            GroupFacts.Read read = GroupFacts.read(wanted::get);
            if (!read.problems().isEmpty()) {
                throw Refusal.invalid(read.problems());
            }
            GroupId id;
            if (known.isEmpty()) {
                id = groups.create(read.group(), actor);
            } else {
                id = known.get(0).id();
                groups.change(id, read.group(), actor);
            }
            Map<String, String> written = GroupFacts.written(read.group());
            List<String> columns = new ArrayList<>(differing(now, written));
            for (int n = 1; n <= 2; n++) {
                organiser(id, line, "organiser_" + n, columns);
            }
            note(SetupFile.GROUPS, known.isEmpty(), read.group().name(), columns);
        }

        /** Somebody who decides for the group already is kept; nobody is taken away. */
        private void organiser(GroupId group, Line line, String who, List<String> columns) {
            String username = cell(line, who + "_username");
            if (username == null) {
                return;
            }
            Optional<Account> known = accounts.byUsername(username);
            PersonName name = PersonName.of(cell(line, who + "_name"));
            MailAddress mail = MailAddress.of(cell(line, who + "_mail"));
            KeepOrganiser command = new KeepOrganiser(
                    username,
                    name == null ? known.map(Account::displayName).orElse(null) : name,
                    mail == null ? known.map(Account::mail).orElse(null) : mail);
            try {
                if (known.isEmpty()) {
                    IssuedPassword issued = organisers.open(group.value(), command, actor);
                    outcome.issued(issued.username(), issued.password());
                    columns.add(who + "_username");
                    return;
                }
                Account account = known.get();
                if (!account.groups().contains(group.value())) {
                    organisers.join(group.value(), account.id(), actor);
                    columns.add(who + "_username");
                }
                organisers.change(account.id(), command, actor);
                if (!command.name().equals(account.displayName())) {
                    columns.add(who + "_name");
                }
                if (!command.mail().equals(account.mail())) {
                    columns.add(who + "_mail");
                }
            } catch (Refusal refusal) {
                if (refusal.fields().isEmpty()) {
                    throw Refusal.invalid(who + "_username", refusal.getMessage());
                }
                Map<String, String> fields = new LinkedHashMap<>();
                refusal.fields().forEach((field, words) -> fields.put(who + "_" + field, words));
                throw Refusal.invalid(fields);
            }
        }

        private void note(
                SetupFile file, boolean added, String key, Map<String, String> now, Map<String, String> wanted) {
            note(file, added, key, differing(now, wanted));
        }

        private void note(SetupFile file, boolean added, String key, List<String> columns) {
            What what = added ? What.ADDED : columns.isEmpty() ? What.UNCHANGED : What.CHANGED;
            outcome.add(new Change(file, what, key, what == What.CHANGED ? List.copyOf(columns) : List.of()));
        }
    }

    private static List<String> differing(Map<String, String> now, Map<String, String> wanted) {
        return wanted.keySet().stream()
                .filter(column -> !Objects.equals(blankToNull(now.get(column)), blankToNull(wanted.get(column))))
                .toList();
    }

    /** What is known, and over it what the line says; a column that is not there leaves it as it is. */
    private static Map<String, String> over(Map<String, String> now, Line line) {
        Map<String, String> wanted = new LinkedHashMap<>(now);
        line.cells().keySet().stream()
                .filter(column -> !column.startsWith("organiser_"))
                .filter(column -> now.isEmpty() || now.containsKey(column))
                .forEach(column -> wanted.put(column, cell(line, column)));
        return wanted;
    }

    private static String cell(Line line, String column) {
        return blankToNull(line.cells().get(column));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> parts(String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("valid_until", "Write a real date as 2027-03-31");
        }
    }

    private static Set<Role> roles(String joined) {
        Set<Role> roles = new HashSet<>();
        for (String word : parts(joined)) {
            try {
                roles.add(Role.of(word));
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid(
                        "roles",
                        "Use only these words: "
                                + Role.ofStaff().stream().map(Role::word).collect(Collectors.joining(", ")));
            }
        }
        return roles;
    }

    private Set<TeamId> teamsNamed(String joined) {
        return parts(joined).stream()
                .map(name -> teamNamed(name)
                        .orElseThrow(() -> Refusal.invalid("teams", "There is no team with one of these names")))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    private Optional<Team> teamNamed(String name) {
        return teams.all().stream()
                .filter(team -> team.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private AccountId person(Map<String, String> wanted, String column) {
        String username = wanted.get(column);
        return username == null
                ? null
                : accounts.byUsername(username)
                        .filter(Account::active)
                        .map(Account::id)
                        .orElseThrow(() -> Refusal.invalid(column, "There is nobody with this username"));
    }

    private String username(AccountId id) {
        return id == null ? null : accounts.find(id).map(Account::username).orElse(null);
    }
}
