package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.ChangePassword;
import org.commonground.account.IssuedPassword;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.NewAccount;
import org.commonground.account.OrganiserId;
import org.commonground.account.Organisers;
import org.commonground.account.Passwords;
import org.commonground.account.Post;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who joins, changes and leaves, and what may not be left open. */
@CommonGroundTest
class StaffTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Staff staff;

    @Autowired
    Organisers organisers;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    Teams teams;

    @Autowired
    Practices practices;

    @Autowired
    PracticeStaff practiceStaff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_new_password_is_answered_once_and_chosen_anew_by_its_owner() {
        IssuedPassword issued = staff.open(kim(Neighbourhood.in(context).team().id()), Actor.SYSTEM);
        assertThat(issued.password()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(issued.toString()).doesNotContain(issued.password());
        Account account =
                accounts.authenticate(issued.username(), issued.password()).orElseThrow();
        assertThat(account.temporaryPassword()).isTrue();

        Actor.SignedIn kim = account.asActor();
        assertWrong(
                () -> passwords.change(
                        new ChangePassword("wrong", "a better one of mine", "a better one of mine"), kim),
                "current");
        assertWrong(() -> passwords.change(new ChangePassword(issued.password(), "short", "short"), kim), "chosen");
        assertWrong(
                () -> passwords.change(new ChangePassword(issued.password(), "a better one of mine", "another"), kim),
                "typedTwice");
        assertWrong(
                () -> passwords.change(
                        new ChangePassword(issued.password(), issued.password(), issued.password()), kim),
                "another");
        passwords.change(new ChangePassword(issued.password(), "a better one of mine", "a better one of mine"), kim);
        assertThat(accounts.authenticate(issued.username(), issued.password())).isEmpty();
        assertThat(accounts.authenticate(issued.username(), "a better one of mine")
                        .orElseThrow()
                        .temporaryPassword())
                .isFalse();

        IssuedPassword reset = passwords.reset(account.id(), Actor.SYSTEM);
        assertThat(accounts.authenticate(issued.username(), "a better one of mine"))
                .isEmpty();
        assertThat(accounts.authenticate(issued.username(), reset.password())
                        .orElseThrow()
                        .temporaryPassword())
                .isTrue();
        assertThat(events(account.id())).contains("created", "own-password", "new-password");
    }

    @Test
    void somebody_is_changed_in_all_that_is_known_and_nothing_happens_twice() {
        TeamId first = Neighbourhood.in(context).team().id();
        TeamId second = Neighbourhood.in(context).team().id();
        KeepStaff kim = kim(first);
        AccountId id = staff.open(kim, Actor.SYSTEM).account();
        KeepStaff changed = new KeepStaff(
                kim.username(),
                new PersonName("Kim Othername"),
                new MailAddress("kim@other.example"),
                Set.of(Role.LINK_WORKER),
                Set.of(new Post(Role.CLINICAL_DEPUTY, Here.in(context))),
                Set.of(second));
        staff.change(id, changed, false, Actor.SYSTEM);
        Account now = accounts.find(id).orElseThrow();
        assertThat(now.displayName()).isEqualTo(changed.name());
        assertThat(now.mail()).isEqualTo(changed.mail());
        assertThat(now.roles()).containsExactlyInAnyOrder(Role.LINK_WORKER, Role.CLINICAL_DEPUTY);
        assertThat(now.posts()).isEqualTo(changed.posts());
        assertThat(now.teams()).containsExactly(second);
        int before = events(id).size();
        staff.change(id, changed, false, Actor.SYSTEM);
        assertThat(events(id)).hasSize(before);
    }

    @Test
    void wrong_input_is_refused_by_field_all_at_once() {
        assertThatThrownBy(() -> staff.open(
                        new KeepStaff("?", null, new MailAddress("no"), Set.of(), Set.of(), Set.of()), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .containsOnlyKeys("username", "name", "mail", "ofSomething"));
        assertWrong(() -> staff.open(staff(Set.of(Role.LINK_WORKER), Set.of()), Actor.SYSTEM), "inATeam");
        assertWrong(() -> staff.open(staff(Set.of(Role.ORGANISER), Set.of()), Actor.SYSTEM), "ofStaff");
        KeepStaff noTeam = staff(Set.of(Role.LINK_WORKER), Set.of(TeamId.next()));
        assertWrong(() -> staff.open(noTeam, Actor.SYSTEM), "teams");
        AccountId manager = People.in(context).with(Role.MANAGER).id();
        assertWrong(() -> staff.change(manager, noTeam, true, Actor.SYSTEM), "teams");
    }

    @Test
    void nobody_but_an_administrator_keeps_staff() {
        People people = People.in(context);
        People.Person manager = people.with(Role.MANAGER);
        AccountId somebody = manager.id();
        KeepStaff renamed = new KeepStaff(
                manager.username(),
                new PersonName("Another Name"),
                manager.account().mail(),
                Set.of(),
                manager.account().posts(),
                Set.of());
        Neighbourhood here = Neighbourhood.in(context);
        TeamId team = here.team().id();
        PracticeId practice = here.practice().practice();
        KeepPractice facts = KeepPractice.of(practices.find(practice).orElseThrow());
        KeepPracticeStaff reception = new KeepPracticeStaff(
                "reception-" + team, new PersonName("Ree Ception"), new MailAddress("ree@practice.example"), practice);
        NewAccount account =
                NewAccount.of("somebody-new", "long enough to do", "Somebody", "new@example.org", Role.ADMINISTRATOR);
        UUID group = UUID.randomUUID();
        MailAddress mail = new MailAddress("other@example.org");
        for (Role role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            Actor actor = people.with(role).actor();
            List<Runnable> deeds = List.of(
                    () -> staff.open(kim(team), actor),
                    () -> staff.change(somebody, kim(team), true, actor),
                    () -> staff.change(somebody, renamed, true, actor),
                    () -> staff.end(somebody, true, actor),
                    () -> passwords.reset(somebody, actor),
                    () -> teams.change(team, new KeepTeam("Other", null, null), actor),
                    () -> teams.end(team, actor),
                    () -> teams.create(Here.in(context), "Another", actor),
                    () -> teams.appointLead(team, somebody, actor),
                    () -> organisers.add(group, organiser(), actor),
                    () -> organisers.join(group, somebody, actor),
                    () -> organisers.change(
                            OrganiserId.next(),
                            new KeepOrganiser("x@group.example", renamed.name(), renamed.mail(), null),
                            actor),
                    () -> organisers.changeMail(OrganiserId.next(), mail, actor),
                    () -> organisers.leave(group, OrganiserId.next(), actor),
                    () -> practiceStaff.open(reception, actor),
                    () -> practiceStaff.open(reception, "long enough to do", actor),
                    () -> practiceStaff.change(somebody, reception, actor),
                    () -> practices.create(facts, actor),
                    () -> practices.change(practice, facts, actor),
                    () -> practices.renewKey(practice, actor),
                    () -> practices.changeMail(practice, mail, actor),
                    () -> practices.close(practice, actor),
                    () -> accounts.create(account, actor),
                    () -> accounts.close(somebody, actor),
                    () -> accounts.changeMail(somebody, mail, actor),
                    () -> accounts.joinTeam(somebody, team, actor));
            deeds.forEach(deed -> assertThatThrownBy(deed::run)
                    .as(role.word())
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED)));
        }
    }

    @Test
    void whoever_leads_or_stands_in_leaves_after_somebody_else_is_named() {
        TeamId team = Neighbourhood.in(context).team().id();
        People people = People.in(context);
        People.Person lead = people.inTeam(team, Role.TEAM_LEAD);
        People.Person deputy = people.inTeam(team, Role.LINK_WORKER);
        People.Person next = people.inTeam(team, Role.LINK_WORKER);
        String name = teams.find(team).orElseThrow().name();
        teams.change(team, new KeepTeam(name, lead.id(), deputy.id()), Actor.SYSTEM);

        assertRefused(() -> staff.end(lead.id(), true, Actor.SYSTEM), "Name somebody else first");
        assertRefused(() -> staff.end(deputy.id(), true, Actor.SYSTEM), "Name somebody else first");
        assertWrong(
                () -> staff.change(
                        lead.id(),
                        new KeepStaff(
                                lead.username(),
                                lead.account().displayName(),
                                null,
                                Set.of(),
                                Set.of(new Post(Role.MANAGER, Here.in(context))),
                                Set.of()),
                        true,
                        Actor.SYSTEM),
                "teams");
        assertWrong(
                () -> staff.change(
                        lead.id(),
                        new KeepStaff(
                                lead.username(),
                                lead.account().displayName(),
                                null,
                                Set.of(),
                                Set.of(new Post(Role.MANAGER, Here.in(context))),
                                Set.of(team)),
                        true,
                        Actor.SYSTEM),
                "teams");
        assertWrong(() -> teams.change(team, new KeepTeam(name, null, deputy.id()), Actor.SYSTEM), "lead");
        AccountId elsewhere = people.inTeam(Neighbourhood.in(context).team().id(), Role.LINK_WORKER)
                .id();
        assertWrong(() -> teams.change(team, new KeepTeam(name, elsewhere, deputy.id()), Actor.SYSTEM), "lead");
        assertWrong(() -> teams.change(team, new KeepTeam(name, lead.id(), elsewhere), Actor.SYSTEM), "deputy");
        teams.change(team, new KeepTeam(name, next.id(), deputy.id()), Actor.SYSTEM);
        staff.end(lead.id(), false, Actor.SYSTEM);
        assertThat(teams.leadOf(team)).map(Account::id).contains(next.id());
        assertThat(accounts.find(lead.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void the_last_of_a_role_leaves_only_if_that_is_meant_and_the_last_administrator_never() {
        NeighbourhoodId here = Here.elsewhere(context);
        People people = People.at(here, context);
        Post post = new Post(Role.CLINICAL_DEPUTY, here);
        People.in(context).with(Role.CLINICAL_DEPUTY);
        People.Person deputy = people.with(Role.CLINICAL_DEPUTY);
        assertThat(staff.leaving(deputy.id()).lastIn()).containsExactly(post);
        assertWrong(() -> staff.end(deputy.id(), false, Actor.SYSTEM), "meant");
        staff.end(deputy.id(), true, Actor.SYSTEM);
        assertThat(accounts.holding(post)).isEmpty();

        List<Account> administrators = accounts.withRole(Role.ADMINISTRATOR);
        People.Person last = people.with(Role.ADMINISTRATOR);
        try {
            administrators.forEach(other -> accounts.close(other.id(), Actor.SYSTEM));
            assertRefused(() -> staff.end(last.id(), true, Actor.SYSTEM), "last administrator");
            assertRefused(
                    () -> staff.change(
                            last.id(),
                            new KeepStaff(
                                    last.username(),
                                    last.account().displayName(),
                                    null,
                                    Set.of(),
                                    Set.of(new Post(Role.MANAGER, Here.in(context))),
                                    Set.of()),
                            true,
                            Actor.SYSTEM),
                    "last administrator");
        } finally {
            administrators.forEach(other -> jdbc.sql("update account set active = true where id = ?")
                    .param(other.id().value())
                    .update());
        }
        staff.end(last.id(), true, Actor.SYSTEM);
    }

    @Test
    void a_team_ends_when_nobody_belongs_to_it() {
        Neighbourhood here = Neighbourhood.in(context);
        assertRefused(() -> teams.end(here.team().id(), Actor.SYSTEM), "Practices still refer");
        Team other = teams.create(Here.in(context), "Team " + UUID.randomUUID(), Actor.SYSTEM);
        People.Person worker = People.in(context).inTeam(other.id(), Role.LINK_WORKER);
        assertRefused(() -> teams.end(other.id(), Actor.SYSTEM), "People still belong");
        staff.end(worker.id(), true, Actor.SYSTEM);
        Practice former =
                practices.find(Neighbourhood.in(context).practice().practice()).orElseThrow();
        KeepPractice facts = KeepPractice.of(former);
        practices.change(
                former.id(),
                new KeepPractice(
                        facts.odsCode(),
                        facts.name(),
                        facts.mail(),
                        other.id(),
                        null,
                        null,
                        LocalDate.of(2026, 1, 31),
                        null),
                Actor.SYSTEM);
        teams.end(other.id(), Actor.SYSTEM);
        assertThat(teams.all()).extracting(Team::id).doesNotContain(other.id());
        assertWrong(() -> teams.create(Here.in(context), here.team().name().toUpperCase(), Actor.SYSTEM), "name");
    }

    private List<String> events(AccountId id) {
        return jdbc.sql("select reason from event where subject_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private static KeepStaff kim(TeamId team) {
        return staff(Set.of(Role.LINK_WORKER), Set.of(team));
    }

    private static KeepStaff staff(Set<Role> roles, Set<TeamId> teams) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return new KeepStaff(
                "kim-" + mark,
                new PersonName("Kim Name"),
                new MailAddress(mark + "@staff.example"),
                roles,
                Set.of(),
                teams);
    }

    private static KeepOrganiser organiser() {
        return new KeepOrganiser(null, new PersonName("Ola Name"), new MailAddress("ola@group.example"), null);
    }

    private static void assertWrong(Runnable deed, String field) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
    }

    private static void assertRefused(Runnable deed, String words) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
