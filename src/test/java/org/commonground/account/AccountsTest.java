package org.commonground.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.neighbourhood.NewPractice;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class AccountsTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    BeanFactory context;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisers organisers;

    @Autowired
    Teams teams;

    @Autowired
    Practices practices;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_account_is_found_by_what_it_is_and_where_it_belongs() {
        Team team = Neighbourhood.in(context).team();
        UUID group = UUID.randomUUID();
        String username = name();
        Account made = accounts.create(
                NewAccount.of(
                                " " + username.toUpperCase(),
                                PASSWORD,
                                "Ada Example",
                                "ada@staff.example",
                                Role.TEAM_LEAD)
                        .inTeams(team.id())
                        .inGroups(group),
                Actor.SYSTEM);
        teams.appointLead(team.id(), made.id(), Actor.SYSTEM);

        assertThat(accounts.find(made.id())).contains(made);
        assertThat(accounts.byUsername(username)).contains(made);
        assertThat(accounts.membersOf(team.id())).containsExactly(made);
        assertThat(organisers.of(group)).extracting(Organiser::account).containsExactly(Optional.of(made.id()));
        assertThat(teams.leadOf(team.id())).contains(made);
        assertThat(accounts.withRole(Role.TEAM_LEAD)).contains(made);
        assertThat(accounts.actorOf(made.id()).teams()).containsExactly(team.id());
        assertThat(made.displayName().text()).isEqualTo("Ada Example");
        assertThat(made.toString()).doesNotContain("Ada").doesNotContain("ada@");
    }

    @Test
    void a_password_is_kept_as_a_hash_and_a_name_as_bytes() {
        People.Person person = People.in(context).with(Role.LINK_WORKER);
        Map<String, Object> row = jdbc.sql("select * from account where id = :id")
                .param("id", person.id().value())
                .query()
                .singleRow();
        assertThat(row.get("password_hash").toString()).startsWith("{bcrypt}").doesNotContain(person.password());
        assertThat(row.get("display_name")).isInstanceOf(byte[].class);
        assertThat(row.get("mail")).isInstanceOf(byte[].class);
        assertThat(accounts.authenticate(person.username(), person.password())).isPresent();
        assertThat(accounts.authenticate(person.username(), "wrong")).isEmpty();
        assertThat(accounts.authenticate("nobody", person.password())).isEmpty();
        assertThat(accounts.authenticate(person.username(), "")).isEmpty();
    }

    @Test
    void a_closed_account_stays_on_record_and_is_nowhere_any_more() {
        Team team = Neighbourhood.in(context).team();
        People.Person person = People.in(context).inTeam(team.id(), Role.LINK_WORKER);
        teams.appointLead(team.id(), person.id(), Actor.SYSTEM);
        accounts.close(person.id(), Actor.SYSTEM);
        assertThat(accounts.find(person.id())).isPresent();
        assertThat(accounts.authenticate(person.username(), person.password())).isEmpty();
        assertThat(accounts.membersOf(team.id())).isEmpty();
        assertThat(teams.leadOf(team.id())).isEmpty();
        assertThatThrownBy(() -> accounts.actorOf(person.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void wrong_input_is_refused_by_field_all_at_once() {
        assertThatThrownBy(
                        () -> accounts.create(NewAccount.of("A b", "short", " ", null, Role.LINK_WORKER), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.fields()).containsOnlyKeys("username", "password", "displayName"));
        String username = name();
        accounts.create(NewAccount.of(username, PASSWORD, "First", null, Role.LINK_WORKER), Actor.SYSTEM);
        assertThatThrownBy(() -> accounts.create(
                        NewAccount.of(username, PASSWORD, "Second", null, Role.LINK_WORKER), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("username"));
        String longOnDisk = "ä".repeat(40);
        assertThatThrownBy(() -> accounts.create(
                        NewAccount.of(name(), longOnDisk, "Long", null, Role.LINK_WORKER), Actor.SYSTEM))
                .as("bcrypt would cut it off")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("password"));
    }

    @Test
    void only_administrators_keep_accounts_teams_and_practices() {
        People people = People.in(context);
        Team team = Neighbourhood.in(context).team();
        NewPractice practice = new NewPractice(
                "X" + name().substring(5), "Practice", new MailAddress("a@practice.example"), team.id());
        for (Role role : Role.values()) {
            Actor actor = people.with(role).actor();
            List<Runnable> deeds = List.of(
                    () -> accounts.create(NewAccount.of(name(), PASSWORD, "New", null), actor),
                    () -> accounts.joinTeam(people.with().id(), team.id(), actor),
                    () -> accounts.close(people.with().id(), actor),
                    () -> teams.create(team.neighbourhood(), "Team", actor));
            for (Runnable deed : deeds) {
                if (role == Role.ADMINISTRATOR) {
                    deed.run();
                } else {
                    assertThatThrownBy(deed::run).as(role.word()).isInstanceOf(Refusal.class);
                }
            }
        }
        Actor itself = Neighbourhood.in(context).actor();
        assertThatThrownBy(() -> practices.create(practice, itself)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_practices_key_is_shown_once_and_a_new_one_replaces_it() {
        PracticeKey first = Neighbourhood.in(context).practice();
        assertThat(practices.authenticate(first.odsCode().toLowerCase(), first.key()))
                .map(Practice::id)
                .contains(first.practice());
        assertThat(first.toString()).doesNotContain(first.key());
        PracticeKey second = practices.renewKey(first.practice(), Actor.SYSTEM);
        assertThat(practices.authenticate(first.odsCode(), first.key())).isEmpty();
        assertThat(practices.authenticate(first.odsCode(), second.key())).isPresent();
        practices.close(first.practice(), Actor.SYSTEM);
        assertThat(practices.authenticate(first.odsCode(), second.key())).isEmpty();
    }

    private static String name() {
        return "user-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
