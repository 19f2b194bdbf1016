package org.commonground.web.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.IssuedPassword;
import org.commonground.account.Role;
import org.commonground.neighbourhood.KeepStaff;
import org.commonground.neighbourhood.Staff;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.submitted.Submitted;
import org.commonground.platform.submitted.Wording;
import org.commonground.web.setup.Table.Line;

/** The staff of one upload. */
final class StaffLines {

    private final Staff staff;
    private final Accounts accounts;
    private final Teams teams;
    private final SetupNames names;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;

    StaffLines(
            Staff staff, Accounts accounts, Teams teams, SetupNames names, SetupOutcome outcome, Actor.SignedIn actor) {
        this.staff = staff;
        this.accounts = accounts;
        this.teams = teams;
        this.names = names;
        this.outcome = outcome;
        this.actor = actor;
    }

    void keep(Line line) {
        Optional<Account> known = accounts.byUsername(Cells.of(line, "username"));
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
                                .filter(role -> role != Role.ORGANISER && !role.isPost())
                                .map(Role::word)
                                .sorted()
                                .collect(Collectors.joining("; ")))
                        .orElse(null));
        now.put("posts", known.map(account -> names.ofPosts(account.posts())).orElse(null));
        now.put(
                "teams",
                known.map(account -> account.teams().stream()
                                .flatMap(id -> teams.find(id).stream())
                                .map(Team::name)
                                .sorted()
                                .collect(Collectors.joining("; ")))
                        .orElse(null));
        Map<String, String> wanted = Cells.over(now, line);
        Problems problems = new Problems();
        requireRoles(wanted.get("roles"), problems);
        KeepStaff command = Cells.command(
                KeepStaff.class,
                wanted,
                Map.of(
                        "teams",
                        names.teams(wanted, "teams", problems),
                        "posts",
                        names.posts(wanted, "posts", problems)),
                problems);
        if (known.isPresent()) {
            // a role that nobody would have is left on a page, where somebody says that it is meant
            staff.change(known.get().id(), command, false, actor);
        } else {
            IssuedPassword issued = staff.open(command, actor);
            outcome.issued(issued.username(), issued.password());
        }
        wanted.put("username", command.username());
        wanted.put("roles", command.roles().stream().map(Role::word).sorted().collect(Collectors.joining("; ")));
        wanted.put("posts", names.ofPosts(command.posts()));
        wanted.put(
                "teams",
                Submitted.parts(wanted.get("teams")).stream()
                        .flatMap(name -> names.team(name).stream())
                        .map(Team::name)
                        .sorted()
                        .collect(Collectors.joining("; ")));
        outcome.note(SetupFile.STAFF, known.isEmpty(), command.username(), now, wanted);
    }

    /** Only those that can be given here are offered. */
    private static void requireRoles(String joined, Problems problems) {
        List<String> all = Stream.of(Role.values())
                .filter(role -> !role.isPost())
                .map(Role::word)
                .toList();
        problems.need(
                all.containsAll(Submitted.parts(joined == null ? null : joined.toLowerCase(Locale.ROOT))),
                "roles",
                Wording.oneOf(Role.ofStaff().stream()
                        .filter(role -> !role.isPost())
                        .map(Role::word)
                        .toList()));
    }
}
