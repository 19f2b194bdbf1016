package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepStaff;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Staff;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.HandOverTasks;
import org.commonground.workflow.tasks.HeldTask;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasks go from one person to another: by hand, when somebody leaves or moves, and while somebody is away. */
@CommonGroundTest
class HandOverTracesTest {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    HandOver handOver;

    @Autowired
    TaskPort tasks;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    Absences absences;

    @Autowired
    Teams teams;

    private Journey journey;
    private TeamId team;
    private People people;
    private People.Person lead;
    private People.Person kim;
    private People.Person lee;

    @BeforeEach
    void aTeam() {
        journey = Journey.received(context);
        team = journey.stands().team();
        people = People.in(context);
        lead = people.inTeam(team, Role.TEAM_LEAD);
        kim = people.inTeam(team, Role.LINK_WORKER);
        lee = people.inTeam(team, Role.LINK_WORKER);
        Team now = teams.find(team).orElseThrow();
        teams.change(team, new KeepTeam(now.name(), lead.id(), null), Actor.SYSTEM);
    }

    @Test
    void a_task_is_handed_over_and_whoever_had_it_answers_it_no_more_nor_sees_it_outside_the_team() {
        String task = claimedByKim();
        assertThat(handOver.openTasks(team, lead.actor()))
                .extracting(HeldTask::id, held -> held.holder().orElse(null))
                .containsExactly(tuple(task, kim.id()));

        assertThat(handOver.handOver(new HandOverTasks(team, List.of(task), lee.id()), lead.actor()))
                .isEqualTo(new HandOver.Result(1, 0));
        assertThat(holder()).isEqualTo(lee.id().toString());
        Visitor former = new Visitor(port);
        former.signIn(kim);
        assertThat(former.engine("GET", "task/" + task + "/form-variables", null)
                        .statusCode())
                .as("a candidate of the same team still reads")
                .isEqualTo(200);
        assertRefused(submit(former, task), "Somebody else has claimed");

        TeamId elsewhere = Neighbourhood.in(context).team().id();
        move(kim, elsewhere);
        assertThat(former.engine("GET", "task/" + task + "/form-variables", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(former.engine("GET", "task/" + task, null).statusCode()).isNotEqualTo(200);
        assertRefused(submit(former, task), "not open to you");
        assertThat(rightsOf(kim)).isZero();
        assertThat(events()).containsExactly("to-colleague");
    }

    @Test
    void several_are_handed_over_at_once_and_those_answered_meanwhile_are_told() {
        String first = claimedByKim();
        assertThat(handOver.handOver(new HandOverTasks(team, List.of(first, "gone"), null), lead.actor()))
                .isEqualTo(new HandOver.Result(1, 1));
        assertThat(holder()).isNull();
        Visitor former = new Visitor(port);
        former.signIn(kim);
        assertRefused(submit(former, first), "Claim this task first");
        assertThat(events()).containsExactly("to-team");
    }

    @Test
    void only_whoever_leads_the_team_sees_and_hands_over_and_only_to_somebody_who_is_there() {
        String task = claimedByKim();
        for (Actor.SignedIn other : List.of(
                lee.actor(),
                people.with(Role.ADMINISTRATOR).actor(),
                people.inTeam(Neighbourhood.in(context).team().id(), Role.TEAM_LEAD)
                        .actor())) {
            assertThatThrownBy(() -> handOver.openTasks(team, other)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> handOver.handOver(new HandOverTasks(team, List.of(task), lee.id()), other))
                    .isInstanceOf(Refusal.class);
        }
        AccountId stranger = people.with(Role.MANAGER).id();
        assertWrong(new HandOverTasks(team, List.of(task), stranger), "to");
        assertWrong(new HandOverTasks(team, List.of(), lee.id()), "tasks");
        absences.record(
                new RecordAbsence(
                        lee.id(), journey.days().today(), journey.days().today(), kim.id()),
                lee.actor());
        assertWrong(new HandOverTasks(team, List.of(task), lee.id()), "to");
        assertThat(holder()).isEqualTo(kim.id().toString());
    }

    @Test
    void whoever_leaves_is_signed_out_and_their_tasks_are_the_teams_at_once() {
        String task = claimedByKim();
        Visitor leaver = new Visitor(port);
        leaver.signIn(kim);
        assertThat(leaver.engine("GET", "task/" + task, null).statusCode()).isEqualTo(200);

        staff.end(kim.id(), true, people.with(Role.ADMINISTRATOR).actor());
        assertThat(holder()).isNull();
        assertThat(open().candidates()).contains(EngineGroups.team(team));
        assertThat(rightsOf(kim)).isZero();
        assertThat(leaver.engine("GET", "task/" + task, null).statusCode()).isEqualTo(401);
        assertThat(leaver.next(leaver.open("/"))).contains("/sign-in");
        assertThat(events()).containsExactly("left");
        tasks.claim(task, lee.actor());
    }

    @Test
    void whoever_moves_to_another_team_leaves_their_tasks_behind() {
        claimedByKim();
        move(kim, Neighbourhood.in(context).team().id());
        assertThat(holder()).isNull();
        assertThat(events()).containsExactly("left");
    }

    @Test
    void a_team_with_open_referrals_does_not_end() {
        assertThatThrownBy(() -> {
                    staff.change(
                            kim.id(),
                            member(kim, Neighbourhood.in(context).team().id()),
                            true,
                            Actor.SYSTEM);
                    teams.end(team, Actor.SYSTEM);
                })
                .isInstanceOf(Refusal.class);
        assertThat(handOver.openReferrals(team)).isEqualTo(1);
    }

    @Test
    void follow_ups_come_to_whoever_talked_with_the_person() {
        lookBack();
        assertThat(lookingBack().assignee())
                .contains(journey.linkWorker().account().toString());
    }

    @Test
    void follow_ups_come_to_the_stand_in_while_whoever_talked_is_away() {
        journey.reached().talked();
        GroupId group = journey.group();
        journey.attend(journey.offered(group));
        journey.executeJobs();
        absences.record(
                new RecordAbsence(
                        journey.linkWorker().account(),
                        journey.days().today(),
                        journey.days().today().plusWeeks(4),
                        lee.id()),
                journey.linkWorker());
        journey.fireTimer("wait-for-follow-up");
        assertThat(lookingBack().assignee()).contains(lee.id().toString());
    }

    @Test
    void follow_ups_come_to_the_team_where_whoever_talked_has_left() {
        journey.reached().talked();
        GroupId group = journey.group();
        journey.attend(journey.offered(group));
        journey.executeJobs();
        staff.end(journey.linkWorker().account(), true, Actor.SYSTEM);
        journey.fireTimer("wait-for-follow-up");
        assertThat(lookingBack().assignee()).isEmpty();
        assertThat(lookingBack().candidates()).containsExactly(EngineGroups.team(team));
    }

    @Test
    void a_concern_comes_to_the_deputies_while_every_safeguarding_lead_is_away() {
        People.Person deputy = people.with(Role.SAFEGUARDING_DEPUTY);
        List<AccountId> leads = accounts.holding(new Post(Role.SAFEGUARDING_LEAD, Here.in(journey.context()))).stream()
                .map(account -> account.id())
                .toList();
        var days = journey.days();
        var away = leads.stream()
                .filter(id -> absences.of(id).isEmpty())
                .map(id ->
                        absences.record(new RecordAbsence(id, days.today(), days.today(), deputy.id()), Actor.SYSTEM))
                .toList();
        try {
            OpenTask review = journey.task(journey.raiseConcern(), "review-concern");
            assertThat(review.candidates())
                    .contains(journey.post(Role.SAFEGUARDING_LEAD), journey.post(Role.SAFEGUARDING_DEPUTY));
            tasks.claim(review.id(), deputy.actor());
        } finally {
            away.forEach(absence -> absences.takeBack(absence, Actor.SYSTEM));
        }
        assertThat(journey.task(journey.raiseConcern(), "review-concern").candidates())
                .containsExactly(journey.post(Role.SAFEGUARDING_LEAD));
    }

    private void lookBack() {
        journey.reached().talked();
        journey.attend(journey.offered(journey.group()));
        journey.executeJobs();
        journey.fireTimer("wait-for-follow-up");
    }

    private OpenTask lookingBack() {
        return journey.task(journey.plan(), "hold-follow-up");
    }

    private String claimedByKim() {
        String task = open().id();
        tasks.claim(task, kim.actor());
        return task;
    }

    private OpenTask open() {
        return journey.task(journey.referral().value(), "make-contact");
    }

    private String holder() {
        return open().assignee().orElse(null);
    }

    private void move(People.Person person, TeamId to) {
        staff.change(person.id(), member(person, to), false, Actor.SYSTEM);
    }

    private static KeepStaff member(People.Person person, TeamId team) {
        return new KeepStaff(
                person.username(),
                person.account().displayName(),
                person.account().mail(),
                Set.of(Role.LINK_WORKER),
                Set.of(),
                Set.of(team));
    }

    private static HttpResponse<String> submit(Visitor visitor, String task) {
        return visitor.engine("POST", "task/" + task + "/submit-form", "{\"variables\":{}}");
    }

    private static void assertRefused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    private void assertWrong(HandOverTasks command, String field) {
        assertThatThrownBy(() -> handOver.handOver(command, lead.actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
    }

    private long rightsOf(People.Person person) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn(person.id().toString())
                .count();
    }

    private List<String> events() {
        return journey.jdbc()
                .sql("select reason from event where referral_id = ? and kind = 'task-handed-over' order by at, id")
                .param(journey.referral().value())
                .query(String.class)
                .list();
    }
}
