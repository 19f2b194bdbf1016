package org.commonground.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.NewAccount;
import org.commonground.account.Post;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the demo's neighbourhoods, practices, teams, staff and groups once, as an administrator would. */
@Component
class DemoNeighbourhood {

    private final Accounts accounts;
    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Practices practices;
    private final PracticeStaff practiceStaff;
    private final Groups groups;
    private final DemoGroups described;

    DemoNeighbourhood(
            Accounts accounts,
            Neighbourhoods neighbourhoods,
            Teams teams,
            Practices practices,
            PracticeStaff practiceStaff,
            Groups groups,
            DemoGroups described) {
        this.accounts = accounts;
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.practices = practices;
        this.practiceStaff = practiceStaff;
        this.groups = groups;
        this.described = described;
    }

    /** Whether any practice refers here: then the demo is made already, or this is no place for one. */
    @Transactional(readOnly = true)
    public boolean isInhabited() {
        return practices.count() > 0;
    }

    /** Makes all of it, or nothing. */
    @Transactional
    public void settle(DemoPasswords passwords) {
        Map<String, NeighbourhoodId> places = new HashMap<>();
        Map<String, TeamId> teamIds = new HashMap<>();
        DemoPractice.ALL.forEach(practice -> {
            NeighbourhoodId place = neighbourhoods.create(practice.where(), Actor.SYSTEM);
            places.put(practice.neighbourhood(), place);
            teamIds.put(
                    practice.team(),
                    teams.create(place, practice.team(), Actor.SYSTEM).id());
        });
        Map<String, UUID> groupIds = new HashMap<>();
        described
                .all(places)
                .forEach((NewGroup group) -> groupIds.put(
                        group.name(), groups.create(group, Actor.SYSTEM).value()));
        Stream.of(DemoPerson.STAFF.stream(), Stream.of(DemoPerson.ADMINISTRATOR), described.organisers())
                .flatMap(some -> some)
                .forEach(person -> open(
                        person,
                        passwords,
                        posted(person, places),
                        teamIds.get(person.team()),
                        groupIds.get(person.group())));
        DemoPractice.ALL.forEach(practice -> refer(practice, teamIds.get(practice.team()), passwords));
    }

    /** Everybody of the demo who has an account. */
    @Transactional(readOnly = true)
    public Stream<DemoPerson> people() {
        return Stream.of(
                        DemoPerson.STAFF.stream(),
                        Stream.of(DemoPerson.ADMINISTRATOR),
                        DemoPractice.desks(),
                        described.organisers())
                .flatMap(some -> some)
                .filter(person -> account(person.username()).isPresent());
    }

    /** The demo's practices that are here. */
    @Transactional(readOnly = true)
    public Stream<DemoPractice> practices() {
        return DemoPractice.ALL.stream()
                .filter(practice -> practices.byOdsCode(practice.odsCode()).isPresent());
    }

    private void refer(DemoPractice practice, TeamId team, DemoPasswords passwords) {
        PracticeKey key = practices.create(practice.facts(team), Actor.SYSTEM);
        passwords.keep("practice-" + practice.odsCode(), key.key());
        openDesk(practice, key.practice(), passwords);
        Account lead = account(practice.lead()).orElseThrow();
        Account deputy = account(practice.deputy()).orElseThrow();
        teams.change(team, new KeepTeam(practice.team(), lead.id(), deputy.id()), Actor.SYSTEM);
    }

    private void openDesk(DemoPractice practice, PracticeId id, DemoPasswords passwords) {
        DemoPerson desk = DemoPerson.atPractice(practice.desk(), practice.odsCode());
        if (account(desk.username()).isEmpty()) {
            practiceStaff.open(
                    new KeepPracticeStaff(desk.username(), PersonName.of(desk.name()), MailAddress.of(desk.mail()), id),
                    passwords.of(desk.username()),
                    Actor.SYSTEM);
        }
    }

    /** Most posts are the same people's in both neighbourhoods: each is small. A manager sees one alone. */
    private static Collection<NeighbourhoodId> posted(DemoPerson person, Map<String, NeighbourhoodId> places) {
        return person.where() == null ? places.values() : List.of(places.get(person.where()));
    }

    private void open(
            DemoPerson person, DemoPasswords passwords, Collection<NeighbourhoodId> places, TeamId team, UUID group) {
        if (account(person.username()).isEmpty()) {
            accounts.create(
                    new NewAccount(
                            person.username(),
                            passwords.of(person.username()),
                            PersonName.of(person.name()),
                            MailAddress.of(person.mail()),
                            person.roles().stream()
                                    .filter(role -> !role.isPost())
                                    .collect(Collectors.toSet()),
                            person.roles().stream()
                                    .filter(Role::isPost)
                                    .flatMap(role -> places.stream().map(place -> new Post(role, place)))
                                    .collect(Collectors.toSet()),
                            team == null ? Set.of() : Set.of(team),
                            group == null ? Set.of() : Set.of(group)),
                    Actor.SYSTEM);
        }
    }

    private Optional<Account> account(String username) {
        return accounts.byUsername(username);
    }

    /** The practice of that code, as it refers. */
    @Transactional(readOnly = true)
    public Actor.Practice practice(String odsCode) {
        return new Actor.Practice(practices.byOdsCode(odsCode).map(Practice::id).orElseThrow());
    }
}
