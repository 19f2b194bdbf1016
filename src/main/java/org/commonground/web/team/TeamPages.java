package org.commonground.web.team;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Absence;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.Team;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.FormField.Option;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.HeldTask;
import org.springframework.stereotype.Component;

/** What a team's page shows: its open tasks by person, and to whom they can go. Tasks carry a reference, no person's name. */
@Component
class TeamPages {

    private final HandOver handOver;
    private final Accounts accounts;
    private final Absences absences;
    private final Clock clock;

    TeamPages(HandOver handOver, Accounts accounts, Absences absences, Clock clock) {
        this.handOver = handOver;
        this.accounts = accounts;
        this.absences = absences;
        this.clock = clock;
    }

    /** @param late whether its day is over */
    record Line(String id, String name, String due, boolean late) {

        private static final String BETWEEN = " · ";

        /** The task's name up to its reference, which is not parted at the end of a line. */
        public String title() {
            return reference().isEmpty()
                    ? name
                    : name.substring(0, name.length() - reference().length());
        }

        /** Empty where the name has none. */
        public String reference() {
            int at = name.lastIndexOf(BETWEEN);
            return at < 0 ? "" : name.substring(at + BETWEEN.length());
        }
    }

    /**
     * What one person has.
     *
     * @param person the account; null for what nobody has claimed
     * @param member whether they are of the team, so that its lead may say when they are away
     * @param away until when and who stands in; null for whoever is there
     */
    record Holder(AccountId person, String name, boolean member, String away, List<Line> tasks) {

        long late() {
            return tasks.stream().filter(Line::late).count();
        }
    }

    /** @param more how many open tasks there are besides those shown */
    record View(Team team, List<Holder> holders, List<Option> people, long more) {}

    /** Whoever has most that is late comes first, after what nobody has claimed. */
    View of(Team team, Actor.SignedIn lead) {
        List<HeldTask> open = handOver.openTasks(team.id(), lead);
        Map<Optional<AccountId>, List<HeldTask>> byHolder =
                open.stream().collect(Collectors.groupingBy(HeldTask::holder));
        Map<AccountId, Account> people = new TreeMap<>(Comparator.comparing(AccountId::toString));
        members(team.id()).forEach(member -> people.put(member.id(), member));
        byHolder.keySet().stream()
                .flatMap(Optional::stream)
                .flatMap(id -> accounts.find(id).stream())
                .forEach(account -> people.put(account.id(), account));

        Map<AccountId, Absence> away = absences.today(people.keySet());
        List<Holder> holders = new ArrayList<>(people.values().stream()
                .map(person -> new Holder(
                        person.id(),
                        person.displayName().text(),
                        person.worksIn(team.id()),
                        away(away.get(person.id())),
                        lines(byHolder.getOrDefault(Optional.of(person.id()), List.of()))))
                .sorted(Comparator.comparing(Holder::late)
                        .reversed()
                        .thenComparing(Holder::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        holders.add(
                0,
                new Holder(null, "Nobody yet", false, null, lines(byHolder.getOrDefault(Optional.empty(), List.of()))));
        return new View(team, holders, there(team.id(), away), handOver.count(team.id(), lead) - open.size());
    }

    private List<Account> members(TeamId team) {
        return accounts.membersOf(team).stream()
                .filter(account -> account.worksIn(team))
                .toList();
    }

    private List<Option> there(TeamId team, Map<AccountId, Absence> away) {
        return members(team).stream()
                .filter(member -> !away.containsKey(member.id()))
                .map(member ->
                        new Option(member.id().toString(), member.displayName().text()))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private String away(Absence absence) {
        if (absence == null) {
            return null;
        }
        String standIn = accounts.find(absence.standIn())
                .map(account -> account.displayName().text())
                .orElse("nobody");
        return "away until " + InWords.date(absence.to()) + ", " + standIn + " stands in";
    }

    private List<Line> lines(List<HeldTask> tasks) {
        Instant now = clock.instant();
        Function<HeldTask, Boolean> late =
                task -> task.due().filter(due -> due.isBefore(now)).isPresent();
        return tasks.stream()
                .map(task -> new Line(
                        task.id(),
                        task.name(),
                        task.due()
                                .map(due -> InWords.date(
                                        due.atZone(WorkingDays.LONDON).toLocalDate()))
                                .orElse(null),
                        late.apply(task)))
                .toList();
    }
}
