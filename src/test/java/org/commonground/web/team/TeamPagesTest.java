package org.commonground.web.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever leads a team sees who has what and hands over; people say when they are away. */
@CommonGroundTest
class TeamPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    Teams teams;

    @Autowired
    TaskPort tasks;

    @Autowired
    Referrals referrals;

    @Autowired
    WorkingDays days;

    private People people;
    private Team team;
    private People.Person lead;
    private People.Person kim;
    private People.Person lee;
    private Visitor visitor;
    private String task;
    private String reference;

    @BeforeEach
    void aTaskOfKims() {
        Neighbourhood here = Neighbourhood.in(context);
        people = People.in(context);
        team = here.team();
        lead = people.inTeam(team.id(), Role.LINK_WORKER);
        kim = people.inTeam(team.id(), Role.LINK_WORKER);
        lee = people.inTeam(team.id(), Role.LINK_WORKER);
        teams.change(team.id(), new KeepTeam(team.name(), lead.id(), null), Actor.SYSTEM);
        var receipt = referrals.receive(Invented.referral().message(), null, here.actor());
        reference = receipt.reference().text();
        OpenTask open = tasks.openTasksAbout(receipt.referral().value()).get(0);
        task = open.id();
        tasks.claim(task, kim.actor());
        visitor = new Visitor(port);
        visitor.signIn(lead);
    }

    @Test
    void the_lead_sees_who_has_what_and_no_person_behind_it_and_hands_it_over() {
        assertThat(visitor.get("/tasks/links").body()).contains("/team").doesNotContain("/setup");
        String page = visitor.open("/team").body();
        assertThat(page)
                .contains(reference, kim.account().displayName().text(), "Has no open task")
                .doesNotContain("Wilhelmina", "Testerton");
        assertThat(visitor.submit("/team", "team", team.id().toString(), "task", task)
                        .body())
                .contains("Choose who is to have the tasks")
                .doesNotContain("Choose at least one task");
        assertThat(visitor.submit("/team", "team", team.id().toString()).body())
                .contains("Choose at least one task", "Choose who is to have the tasks");
        assertThat(visitor.submit(
                                "/team",
                                "team",
                                team.id().toString(),
                                "to",
                                lee.id().toString())
                        .body())
                .contains("Choose at least one task");
        HttpResponse<String> done = visitor.submit(
                "/team",
                "team",
                team.id().toString(),
                "task",
                task,
                "task",
                "gone",
                "to",
                lee.id().toString());
        assertThat(visitor.open(visitor.next(done)).body())
                .contains(
                        "1 task handed over to " + lee.account().displayName().text() + "; 1 task answered meanwhile");
        assertThat(tasks.openTasks(lee.actor()))
                .extracting(OpenTask::assignee)
                .containsExactly(Optional.of(lee.id().toString()));
    }

    @Test
    void whoever_leads_no_team_finds_no_such_page() {
        for (People.Person other : List.of(kim, people.with(Role.ADMINISTRATOR), people.with(Role.MANAGER))) {
            Visitor elsewhere = new Visitor(port);
            elsewhere.signIn(other);
            assertThat(elsewhere.open("/team").statusCode()).isEqualTo(404);
            assertThat(elsewhere.get("/tasks/links").body())
                    .contains("/account")
                    .doesNotContain("/team");
            assertThat(elsewhere.open("/team?team=" + team.id()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void somebody_says_when_they_are_away_and_the_lead_sees_it() {
        Visitor kims = new Visitor(port);
        kims.signIn(kim);
        String record = "/people/" + kim.id() + "/absences/new";
        HttpResponse<String> wrong = kims.submit(record, "from-day", "40", "from-month", "1", "from-year", "2027");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Enter a date such as 19/11/2026", "value=\"40\"", "href=\"#to\"");
        var today = days.today();
        String[] dates = {
            "from-day",
            "" + today.getDayOfMonth(),
            "from-month",
            "" + today.getMonthValue(),
            "from-year",
            "" + today.getYear(),
            "to-day",
            "" + today.getDayOfMonth(),
            "to-month",
            "" + today.getMonthValue(),
            "to-year",
            "" + today.getYear(),
            "standIn",
            lee.id().toString()
        };
        assertThat(kims.next(kims.submit(record, dates))).isEqualTo("/account");
        assertThat(kims.open("/account").body())
                .contains("Take back", lee.account().displayName().text());
        assertThat(visitor.open("/team").body()).contains("away until", "stands in");
        assertThat(visitor.open("/people/" + kim.id() + "/absences").statusCode())
                .isEqualTo(200);
        Visitor lees = new Visitor(port);
        lees.signIn(lee);
        assertThat(lees.open("/people/" + kim.id() + "/absences").statusCode()).isEqualTo(404);
    }
}
