package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is away, who stands in, and who leads meanwhile. */
@CommonGroundTest
class AbsencesTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Absences absences;

    @Autowired
    Accounts accounts;

    @Autowired
    Teams teams;

    @Autowired
    Staff staff;

    @Autowired
    WorkingDays days;

    private Team team;
    private People people;
    private People.Person lead;
    private People.Person kim;
    private People.Person lee;
    private LocalDate today;

    @BeforeEach
    void aTeam() {
        people = People.in(context);
        team = Neighbourhood.in(context).team();
        lead = people.inTeam(team.id(), Role.TEAM_LEAD);
        kim = people.inTeam(team.id(), Role.LINK_WORKER);
        lee = people.inTeam(team.id(), Role.LINK_WORKER);
        teams.change(team.id(), new KeepTeam(team.name(), lead.id(), null), Actor.SYSTEM);
        today = days.today();
    }

    @Test
    void while_somebody_is_away_the_stand_in_is_there_for_them_and_then_they_are_back() {
        absences.record(new RecordAbsence(kim.id(), today.plusDays(1), today.plusDays(3), lee.id()), kim.actor());
        assertThat(absences.present(kim.id())).map(Account::id).contains(kim.id());
        new TimePasses(context).days(1);
        assertThat(absences.present(kim.id())).map(Account::id).contains(lee.id());
        new TimePasses(context).days(2);
        assertThat(absences.present(kim.id())).map(Account::id).contains(lee.id());
        new TimePasses(context).days(1);
        assertThat(absences.present(kim.id())).map(Account::id).contains(kim.id());
    }

    @Test
    void the_stand_in_of_a_stand_in_is_there_and_nobody_where_they_wait_for_each_other() {
        absences.record(new RecordAbsence(kim.id(), today, today, lee.id()), kim.actor());
        absences.record(new RecordAbsence(lee.id(), today, today, lead.id()), lee.actor());
        assertThat(absences.present(kim.id())).map(Account::id).contains(lead.id());
        absences.record(new RecordAbsence(lead.id(), today, today, kim.id()), lead.actor());
        assertThat(absences.present(kim.id())).isEmpty();
    }

    @Test
    void a_lead_who_is_away_is_stood_in_for_else_the_deputy_leads() {
        teams.change(team.id(), new KeepTeam(team.name(), lead.id(), lee.id()), Actor.SYSTEM);
        AbsenceId away = absences.record(new RecordAbsence(lead.id(), today, today, kim.id()), lead.actor());
        assertThat(teams.leadOf(team.id())).map(Account::id).contains(kim.id());
        assertThat(teams.isLedBy(team.id(), kim.actor())).isTrue();
        assertThat(teams.isLedBy(team.id(), lee.actor())).isTrue();
        accounts.close(kim.id(), Actor.SYSTEM);
        assertThat(teams.leadOf(team.id())).map(Account::id).contains(lee.id());
        absences.takeBack(away, lead.actor());
        assertThat(teams.leadOf(team.id())).map(Account::id).contains(lead.id());
    }

    @Test
    void a_team_lacks_a_lead_where_nobody_named_is_there_and_nobody_stands_in() {
        assertThat(teams.withoutLead()).extracting(Team::id).doesNotContain(team.id());
        absences.record(new RecordAbsence(lead.id(), today, today, kim.id()), lead.actor());
        assertThat(teams.withoutLead())
                .as("somebody stands in")
                .extracting(Team::id)
                .doesNotContain(team.id());
        accounts.close(kim.id(), Actor.SYSTEM);
        assertThat(teams.withoutLead()).extracting(Team::id).contains(team.id());
        teams.change(team.id(), new KeepTeam(team.name(), lead.id(), lee.id()), Actor.SYSTEM);
        assertThat(teams.withoutLead())
                .as("the deputy is there")
                .extracting(Team::id)
                .doesNotContain(team.id());
        Team fresh = teams.create(team.neighbourhood(), team.name() + " too", Actor.SYSTEM);
        assertThat(teams.withoutLead())
                .as("nobody is named")
                .extracting(Team::id)
                .contains(fresh.id());
    }

    @Test
    void days_and_stand_ins_that_make_no_sense_are_refused() {
        assertWrong(kim, today.plusDays(2), today, lee, "inOrder");
        assertWrong(kim, today.minusDays(3), today.minusDays(1), lee, "to");
        assertWrong(kim, today, today.plusYears(2), lee, "shortEnough");
        assertWrong(kim, today, today, kim, "standIn");
        assertWrong(kim, today, today, people.with(Role.MANAGER), "standIn");
        absences.record(new RecordAbsence(kim.id(), today, today.plusDays(5), lee.id()), kim.actor());
        assertWrong(kim, today.plusDays(5), today.plusDays(6), lee, "from");
        assertWrong(lee, today, today.plusYears(1).plusDays(1), kim, "shortEnough");
        absences.record(
                new RecordAbsence(lee.id(), today.plusDays(1), today.plusDays(1).plusYears(1), kim.id()), lee.actor());
        assertWrong(lee, today, today.plusDays(1), kim, "from");
        assertThat(absences.candidates(kim.id())).extracting(Account::id).contains(lee.id(), lead.id());
        People.Person supervisor = people.with(Role.CLINICAL_SUPERVISOR);
        People.Person deputy = people.with(Role.CLINICAL_DEPUTY);
        absences.record(new RecordAbsence(supervisor.id(), today, today, deputy.id()), supervisor.actor());
    }

    @Test
    void they_themselves_their_lead_and_an_administrator_record_it_and_nobody_else() {
        RecordAbsence absence = new RecordAbsence(kim.id(), today, today, lee.id());
        assertThatThrownBy(() -> absences.record(absence, lee.actor())).isInstanceOf(Refusal.class);
        AbsenceId recorded = absences.record(absence, lead.actor());
        assertThatThrownBy(() -> absences.takeBack(recorded, lee.actor())).isInstanceOf(Refusal.class);
        absences.takeBack(recorded, kim.actor());
        absences.record(absence, people.with(Role.ADMINISTRATOR).actor());
        assertThat(absences.of(kim.id())).hasSize(1);
        assertThat(absences.today(List.of(kim.id(), lee.id()))).containsOnlyKeys(kim.id());
    }

    @Test
    void another_stands_in_who_suits_and_is_named_by_whoever_may() {
        AbsenceId away = absences.record(new RecordAbsence(kim.id(), today, today, lee.id()), kim.actor());
        People.Person gone = people.inTeam(team.id(), Role.LINK_WORKER);
        accounts.close(gone.id(), Actor.SYSTEM);

        assertThatThrownBy(() -> absences.changeStandIn(away, lead.id(), lee.actor()))
                .hasMessageContaining("Only they themselves");
        for (AccountId nobody : Arrays.asList(
                null, kim.id(), gone.id(), people.with(Role.MANAGER).id())) {
            assertThatThrownBy(() -> absences.changeStandIn(away, nobody, kim.actor()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.fields()).containsOnlyKeys("standIn"));
        }
        absences.changeStandIn(away, lead.id(), kim.actor());
        assertThat(absences.present(kim.id())).map(Account::id).contains(lead.id());
    }

    @Test
    void whoever_stands_in_leaves_after_another_is_named() {
        AbsenceId away = absences.record(new RecordAbsence(kim.id(), today, today.plusDays(9), lee.id()), kim.actor());
        assertThatThrownBy(() -> staff.end(lee.id(), true, Actor.SYSTEM)).hasMessageContaining("stand in");
        absences.changeStandIn(away, lead.id(), kim.actor());
        staff.end(lee.id(), true, Actor.SYSTEM);
        staff.end(kim.id(), true, Actor.SYSTEM);
        assertThat(absences.of(kim.id())).as("whoever has left is not away").isEmpty();
    }

    private void assertWrong(People.Person who, LocalDate from, LocalDate to, People.Person standIn, String field) {
        assertThatThrownBy(() -> absences.record(new RecordAbsence(who.id(), from, to, standIn.id()), who.actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
    }
}
