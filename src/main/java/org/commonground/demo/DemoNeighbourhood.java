package org.commonground.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepPracticeStaff;
import org.commonground.account.NewAccount;
import org.commonground.account.NewPractice;
import org.commonground.account.Practice;
import org.commonground.account.PracticeId;
import org.commonground.account.PracticeKey;
import org.commonground.account.PracticeStaff;
import org.commonground.account.Practices;
import org.commonground.account.Team;
import org.commonground.account.TeamId;
import org.commonground.account.Teams;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the demo's practice, team, staff and groups once, as an administrator would. */
@Component
class DemoNeighbourhood {

    /** An ODS code in the shape of a practice's that no practice has. */
    static final String ODS_CODE = "Z99901";

    private final Accounts accounts;
    private final Teams teams;
    private final Practices practices;
    private final PracticeStaff practiceStaff;
    private final Groups groups;

    DemoNeighbourhood(Accounts accounts, Teams teams, Practices practices, PracticeStaff practiceStaff, Groups groups) {
        this.accounts = accounts;
        this.teams = teams;
        this.practices = practices;
        this.practiceStaff = practiceStaff;
        this.groups = groups;
    }

    /** Does nothing where the neighbourhood stands already; all of it is made, or none. */
    @Transactional
    public void settle(DemoPasswords passwords) {
        Optional<Practice> practice = practices.byOdsCode(ODS_CODE);
        if (practice.isPresent()) {
            // a neighbourhood of an earlier release has nobody there
            openDesk(practice.get().id(), passwords);
            return;
        }
        Team team = teams.create("Elmbrook link workers", Actor.SYSTEM);
        Map<String, UUID> groupIds = new HashMap<>();
        for (NewGroup group : DemoGroups.all()) {
            groupIds.put(group.name(), groups.create(group, Actor.SYSTEM).value());
        }
        people().filter(person -> person != DemoPerson.PRACTICE_STAFF)
                .forEach(person -> open(person, passwords, team.id(), groupIds));
        teams.appointLead(
                team.id(),
                accounts.byUsername(DemoPerson.LEAD.username()).orElseThrow().id(),
                Actor.SYSTEM);
        PracticeKey key = practices.create(
                new NewPractice(
                        ODS_CODE, "Elmbrook Surgery", MailAddress.of("elmbrook.surgery@example.org"), team.id()),
                Actor.SYSTEM);
        passwords.keep("practice-" + ODS_CODE, key.key());
        openDesk(key.practice(), passwords);
    }

    static Stream<DemoPerson> people() {
        return Stream.concat(
                Stream.concat(
                        DemoPerson.STAFF.stream(), Stream.of(DemoPerson.ADMINISTRATOR, DemoPerson.PRACTICE_STAFF)),
                DemoGroups.organisers().stream());
    }

    private void openDesk(PracticeId practice, DemoPasswords passwords) {
        DemoPerson desk = DemoPerson.PRACTICE_STAFF;
        if (accounts.byUsername(desk.username()).isEmpty()) {
            practiceStaff.open(
                    new KeepPracticeStaff(
                            desk.username(), PersonName.of(desk.name()), MailAddress.of(desk.mail()), practice),
                    passwords.of(desk.username()),
                    Actor.SYSTEM);
        }
    }

    private void open(DemoPerson person, DemoPasswords passwords, TeamId team, Map<String, UUID> groupIds) {
        if (accounts.byUsername(person.username()).isPresent()) {
            return;
        }
        accounts.create(
                new NewAccount(
                        person.username(),
                        passwords.of(person.username()),
                        PersonName.of(person.name()),
                        MailAddress.of(person.mail()),
                        person.roles().stream().collect(Collectors.toSet()),
                        person.team() ? Set.of(team) : Set.of(),
                        person.group() == null ? Set.of() : Set.of(groupIds.get(person.group()))),
                Actor.SYSTEM);
    }
}
