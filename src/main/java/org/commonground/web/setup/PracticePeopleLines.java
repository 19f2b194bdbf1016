package org.commonground.web.setup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.IssuedPassword;
import org.commonground.account.Role;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.setup.Table.Line;

/** The people of practices in one upload. */
final class PracticePeopleLines {

    private final PracticeStaff people;
    private final Practices practices;
    private final Accounts accounts;
    private final SetupOutcome outcome;
    private final Actor.SignedIn actor;

    PracticePeopleLines(
            PracticeStaff people, Practices practices, Accounts accounts, SetupOutcome outcome, Actor.SignedIn actor) {
        this.people = people;
        this.practices = practices;
        this.accounts = accounts;
        this.outcome = outcome;
        this.actor = actor;
    }

    void keep(Line line) {
        Optional<Account> known = accounts.byUsername(Cells.of(line, "username"));
        known.ifPresent(PracticePeopleLines::requireTheirs);
        Map<String, String> now = facts(known);
        Map<String, String> wanted = Cells.over(now, line);
        Problems problems = new Problems();
        Optional<Practice> practice =
                Optional.ofNullable(wanted.get("practice")).flatMap(practices::byOdsCode);
        problems.need(practice.isPresent(), "practice", "There is no practice with this ODS code");
        KeepPracticeStaff command = Cells.command(
                KeepPracticeStaff.class,
                wanted,
                Collections.singletonMap("practice", practice.map(Practice::id).orElse(null)),
                problems);
        if (known.isPresent()) {
            people.change(known.get().id(), command, actor);
        } else {
            IssuedPassword issued = people.open(command, actor);
            outcome.issued(issued.username(), issued.password());
        }
        wanted.put("username", command.username());
        wanted.put("practice", practice.map(Practice::odsCode).orElseThrow());
        outcome.note(SetupFile.PRACTICE_PEOPLE, known.isEmpty(), command.username(), now, wanted);
    }

    private static void requireTheirs(Account known) {
        if (!known.active()) {
            throw Refusal.invalid("username", "This account has ended; choose another username");
        }
        if (!known.roles().contains(Role.PRACTICE_STAFF)) {
            throw Refusal.invalid("username", "This is somebody who works at no practice");
        }
    }

    private Map<String, String> facts(Optional<Account> known) {
        Map<String, String> now = new LinkedHashMap<>();
        now.put("username", known.map(Account::username).orElse(null));
        now.put("name", known.map(account -> account.displayName().text()).orElse(null));
        now.put("mail", known.map(Account::mail).map(Personal::text).orElse(null));
        now.put(
                "practice",
                known.flatMap(account -> people.keptFor(account.id()))
                        .flatMap(practices::find)
                        .map(Practice::odsCode)
                        .orElse(null));
        return now;
    }
}
