package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Handing a person over on a page, and taking one task over where Tasklist shows it. */
@CommonGroundTest
class LinkWorkerPageTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    LinkWorkers linkWorkers;

    @Autowired
    TaskPort tasks;

    private Placing placing;
    private ReferralId id;
    private String page;
    private People.Person kim;
    private People.Person lee;
    private Visitor visitor;

    @BeforeEach
    void somebodyWasReached() {
        placing = Placing.in(context);
        id = placing.referral();
        page = "/referrals/" + context.getBean(Referrals.class).find(id).reference();
        kim = People.in(context).inTeam(placing.here().team().id(), Role.LINK_WORKER);
        lee = People.in(context).inTeam(placing.here().team().id(), Role.LINK_WORKER);
        context.getBean(InOneTransaction.class).run(() -> linkWorkers.reached(id, kim.actor()));
        visitor = as(kim);
    }

    @Test
    void a_person_is_handed_over_and_the_page_says_who_it_was_before() {
        assertThat(visitor.open(page).body())
                .contains("Looked after by", name(kim))
                .doesNotContain("Who it was before");
        HttpResponse<String> form = visitor.open(page + "/link-worker");
        assertThat(form.body()).contains(name(lee), "The whole team").doesNotContain(kim.id() + "\"");

        HttpResponse<String> sent =
                visitor.submit(page + "/link-worker", "to", lee.id().toString(), "why", "person-asked");
        assertThat(visitor.next(sent)).isEqualTo(page);
        assertThat(visitor.open(page).body())
                .contains(
                        name(lee) + " looks after the person from now on",
                        "Who it was before",
                        ": they reached the person (" + name(kim) + ")",
                        ": the person asked for it (" + name(kim) + ")");
        assertThat(linkWorkers.of(id)).contains(lee.id());

        visitor.submit(page + "/link-worker", "to", "team", "why", "workload");
        assertThat(linkWorkers.of(id)).isEmpty();
        assertThat(visitor.open(page).body()).contains("The whole team looks after the person from now on");
        assertThat(visitor.open(page + "/link-worker").body()).doesNotContain("value=\"team\"");
    }

    @Test
    void what_is_missing_or_cannot_be_is_said_by_field() {
        assertThat(visitor.submit(page + "/link-worker").body())
                .contains("Choose who looks after the person from now on", "Choose why");
        String stranger = People.in(context).with(Role.MANAGER).id().toString();
        assertThat(visitor.submit(page + "/link-worker", "to", stranger, "why", "workload")
                        .body())
                .contains("Choose somebody who works in this team");
        var today = context.getBean(WorkingDays.class).today();
        context.getBean(Absences.class).record(new RecordAbsence(lee.id(), today, today, kim.id()), Actor.SYSTEM);
        assertThat(visitor.open(page + "/link-worker").body()).doesNotContain(name(lee));
        assertThat(visitor.submit(page + "/link-worker", "to", lee.id().toString(), "why", "workload")
                        .body())
                .contains("They are away until");
        assertThat(linkWorkers.of(id)).contains(kim.id());
    }

    @Test
    void while_they_are_away_the_page_says_who_stands_in() {
        var today = context.getBean(WorkingDays.class).today();
        context.getBean(Absences.class)
                .record(new RecordAbsence(kim.id(), today, today.plusDays(3), lee.id()), Actor.SYSTEM);
        assertThat(as(lee).open(page).body()).contains("away until", name(lee) + " stands in");
    }

    @Test
    void a_colleague_sees_who_has_a_task_and_takes_it_over_at_one_click() {
        String task = task();
        tasks.claim(task, kim.actor());
        assertThat(visitor.get("/tasks/" + task + "/holder").statusCode())
                .as("one's own")
                .isEqualTo(404);
        Visitor colleague = as(lee);
        assertThat(colleague.get("/tasks/" + task + "/holder").body()).contains(name(kim));
        assertThat(takeOver(colleague, task).statusCode()).isEqualTo(204);
        assertThat(assignee()).isEqualTo(lee.id().toString());

        Visitor stranger = as(People.in(context)
                .organiserOf(InventedGroup.singers().in(context).value()));
        assertThat(stranger.get("/tasks/" + task + "/holder").statusCode()).isEqualTo(404);
        assertThat(takeOver(stranger, task).statusCode()).isEqualTo(404);
        HttpResponse<String> gone = takeOver(stranger, "no-such-task");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).startsWith("This task is no longer open.");
        assertThat(assignee()).isEqualTo(lee.id().toString());
    }

    private String task() {
        return tasks.openTasksAbout(id.value()).get(0).id();
    }

    private String assignee() {
        OpenTask open = tasks.openTasksAbout(id.value()).get(0);
        return open.assignee().orElseThrow();
    }

    private static HttpResponse<String> takeOver(Visitor visitor, String task) {
        visitor.open("/account");
        return visitor.send(
                "POST",
                "/tasks/" + task + "/take-over",
                BodyPublishers.noBody(),
                "X-CG-CSRF",
                visitor.cookie("CG-CSRF"));
    }

    private Visitor as(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }

    private static String name(People.Person person) {
        return person.account().displayName().text();
    }
}
