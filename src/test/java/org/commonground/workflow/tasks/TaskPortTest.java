package org.commonground.workflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.FormException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.account.Matter;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.Signature;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.engine.Errands;
import org.commonground.workflow.tasks.TaskRefused.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class TaskPortTest {

    private static final Map<String, Object> GOOD = Map.of("count", 3, "note", "fine");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskPort port;

    @Autowired
    JdbcClient jdbc;

    private final TeamId team = TeamId.next();
    private final UUID group = UUID.randomUUID();
    private final Actor.SignedIn ann = linkWorker(team);
    private final Actor.SignedIn colleague = linkWorker(team);
    private final Actor.SignedIn organiser =
            new Actor.SignedIn(AccountId.next(), Set.of(Role.ORGANISER), Set.of(), Set.of(), Set.of(group));

    private ProcessInstance errand;
    private String task;

    @BeforeEach
    void anErrand() {
        Errands errands = new Errands(engine);
        errand = errands.start("team-" + team, "group-" + group, Map.of());
        task = errands.task(errand).getId();
    }

    @Test
    void the_assignee_answers_and_only_declared_outputs_reach_the_process() {
        port.claim(task, ann);
        port.submit(task, GOOD, ann);

        assertThat(open()).isNull();
        assertThat(engine.getRuntimeService().getVariables(errand.getId()))
                .containsEntry("answer", "done")
                .doesNotContainKeys("count", "note", "person");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void each_candidate_reads_what_is_meant_for_them() {
        assertThat(port.prefill(task, ann))
                .containsEntry("role", "link-worker")
                .containsEntry("reference", "CG-TEST-01")
                .containsEntry("person", RunErrandForm.PERSON);
        assertThat(port.prefill(task, organiser)).containsEntry("role", "organiser");
    }

    @Test
    void a_stranger_neither_reads_nor_claims_nor_answers() {
        Actor stranger = linkWorker(TeamId.next());

        assertRefused(() -> port.prefill(task, stranger), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.claim(task, stranger), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.submit(task, GOOD, stranger), Why.NOT_ALLOWED, "not open to you");
        assertUntouched();
    }

    @Test
    void neither_a_practice_nor_the_system_answers_a_task() {
        Actor practice = new Actor.Practice(PracticeId.next());

        assertRefused(() -> port.submit(task, GOOD, practice), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.submit(task, GOOD, Actor.SYSTEM), Why.NOT_ALLOWED, "not open to you");
        assertUntouched();
    }

    @Test
    void a_candidate_has_to_claim_first() {
        assertRefused(() -> port.submit(task, GOOD, ann), Why.NOT_ALLOWED, "Claim this task first");
        assertUntouched();
    }

    @Test
    void what_a_colleague_has_claimed_is_theirs_to_answer() {
        port.claim(task, colleague);

        assertRefused(() -> port.submit(task, GOOD, ann), Why.NOT_ALLOWED, "Somebody else has claimed this task");
        assertRefused(() -> port.claim(task, ann), Why.NOT_ALLOWED, "Somebody else has claimed this task");
        assertRefused(() -> port.putBack(task, ann), Why.NOT_ALLOWED, "Somebody else has claimed this task");
        assertThatNoException().isThrownBy(() -> port.prefill(task, ann));
        assertUntouched();
    }

    @Test
    void a_candidate_takes_over_what_a_colleague_has_claimed() {
        port.claim(task, colleague);
        assertRefused(() -> port.takeOver(task, linkWorker(TeamId.next())), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.takeOver(task, holder(group)), Why.NOT_ALLOWED, "not open to you");

        port.takeOver(task, ann);
        assertRefused(() -> port.submit(task, GOOD, colleague), Why.NOT_ALLOWED, "Somebody else has claimed this task");
        port.submit(task, GOOD, ann);
        assertThat(open()).isNull();
    }

    @Test
    void a_link_settles_its_one_matter_whoever_has_claimed_it() {
        port.claim(task, organiser);
        Actor.LinkHolder fellow = holder(group);

        assertThat(port.prefill(fellow)).containsEntry("role", "organiser").containsEntry("reference", "CG-TEST-01");
        assertRefused(() -> port.settle(new RunErrand(11, null, null), fellow), Why.WRONG_ANSWER, "must be at most 10");
        port.settle(new RunErrand(3, "fine", null), fellow);

        assertThat(open()).isNull();
        assertThat(jdbc.sql("select actor || ' ' || role from event where kind = 'errand-run' and subject_id = ?")
                        .param(UUID.fromString(errand.getBusinessKey()))
                        .query(String.class)
                        .single())
                .isEqualTo(fellow.signature().text() + " organiser");
        assertRefused(() -> port.submit(task, GOOD, organiser), Why.NO_LONGER_OPEN, "no longer open");
        assertRefused(() -> port.settle(new RunErrand(3, "fine", null), fellow), Why.NO_LONGER_OPEN, "no longer open");
        assertRefused(() -> port.prefill(fellow), Why.NO_LONGER_OPEN, "no longer open");
    }

    @Test
    void a_link_opens_nothing_beside_its_matter() {
        Actor.LinkHolder ofAnotherGroup = holder(UUID.randomUUID());
        assertRefused(() -> port.prefill(ofAnotherGroup), Why.NOT_ALLOWED, "not open to you");
        assertRefused(
                () -> port.settle(new RunErrand(3, null, null), ofAnotherGroup), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.prefill(task, holder(group)), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.claim(task, holder(group)), Why.NOT_ALLOWED, "not open to you");
        assertRefused(() -> port.submit(task, GOOD, holder(group)), Why.NOT_ALLOWED, "not open to you");
        Errands errands = new Errands(engine);
        String other = errands.task(errands.start("team-" + team, "group-" + group, Map.of()))
                .getId();
        port.settle(new RunErrand(3, null, null), holder(group));
        assertThat(open()).as("its own").isNull();
        assertThat(engine.getTaskService().createTaskQuery().taskId(other).count())
                .as("another of the same group")
                .isOne();
    }

    private Actor.LinkHolder holder(UUID decidesFor) {
        return new Actor.LinkHolder(
                new Signature(Signature.Kind.ORGANISER, UUID.randomUUID()),
                Optional.empty(),
                Set.of(decidesFor),
                new Matter("run-errand", UUID.fromString(errand.getBusinessKey())));
    }

    @Test
    void a_task_put_back_is_open_to_all_again() {
        port.claim(task, colleague);
        port.claim(task, colleague);
        port.putBack(task, colleague);
        port.claim(task, organiser);

        assertThat(open().getAssignee()).isEqualTo(organiser.account().toString());
    }

    @Test
    void everything_wrong_is_told_at_once_by_field_and_nothing_changes() {
        port.claim(task, ann);

        assertThatThrownBy(() -> port.submit(task, Map.of("count", 11, "things", "milk", "verdict", "go-ahead"), ann))
                .isInstanceOf(FormException.class)
                .hasNoCause()
                .message()
                .contains("count: must be at most 10")
                .contains("things: This must be a list")
                .contains("verdict: There is no such field");
        assertUntouched();
    }

    @Test
    void a_services_refusal_is_shown_and_nothing_changes() {
        port.claim(task, ann);

        assertRefused(
                () -> port.submit(task, Map.of("count", 1, "note", "refuse"), ann),
                Why.WRONG_ANSWER,
                "note: is not wanted");
        assertUntouched();
    }

    @Test
    void a_refusal_of_the_next_step_is_shown_and_nothing_changes() {
        port.claim(task, ann);
        engine.getRuntimeService().setVariables(errand.getId(), Map.of("outcome", "note", "refused", true));

        assertRefused(() -> port.submit(task, GOOD, ann), Why.NO_LONGER_OPEN, "The shop has closed");
        assertThat(open()).isNotNull();
        assertThat(events()).isZero();
    }

    @Test
    void our_own_mistake_names_nobody_and_changes_nothing() {
        port.claim(task, ann);

        for (String mistake : List.of("crash", "leak", "fail-step")) {
            assertThat(refusal(() -> port.submit(task, Map.of("count", 1, "note", mistake), ann)))
                    .hasMessageContaining("Something went wrong on our side")
                    .hasMessageNotContaining(RunErrandForm.PERSON)
                    .hasNoCause()
                    .extracting(TaskRefused::why)
                    .isEqualTo(Why.FAILED);
            assertUntouched();
        }
    }

    @Test
    void a_second_answer_is_refused_in_plain_words() {
        port.claim(task, ann);
        port.submit(task, GOOD, ann);

        assertRefused(() -> port.submit(task, GOOD, ann), Why.NO_LONGER_OPEN, "already answered");
        assertRefused(() -> port.prefill(task, ann), Why.NO_LONGER_OPEN, "already answered");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void of_answers_sent_at_the_same_moment_one_is_taken() throws Exception {
        port.claim(task, ann);

        List<Throwable> outcomes = together(8, () -> {
            port.submit(task, GOOD, ann);
            return null;
        });

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOf(TaskRefused.class)
                        .hasMessageContaining("already answered")
                        .hasNoCause());
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void an_answer_that_lost_a_race_is_given_again_and_counts_once() {
        port.claim(task, ann);
        port.submit(task, Map.of("count", 1, "note", "race"), ann);

        assertThat(open()).isNull();
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void of_claims_at_the_same_moment_one_is_taken() throws Exception {
        List<Actor.SignedIn> people = List.of(ann, colleague, organiser);
        List<Callable<Void>> claims = new ArrayList<>();
        people.forEach(person -> claims.add(() -> {
            port.claim(task, person);
            return null;
        }));

        List<Throwable> outcomes = together(claims);

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .allSatisfy(outcome -> assertThat(outcome).hasMessageContaining("Somebody else has claimed this task"));
    }

    @Test
    void a_suspended_process_takes_no_answer() {
        port.claim(task, ann);
        engine.getRuntimeService().suspendProcessInstanceById(errand.getId());

        assertRefused(() -> port.submit(task, GOOD, ann), Why.NO_LONGER_OPEN, "on hold");
        assertUntouched();
    }

    @Test
    void people_see_the_tasks_that_are_theirs() {
        UUID subject = UUID.fromString(errand.getBusinessKey());

        assertThat(port.openTasks(ann)).extracting(OpenTask::id).containsExactly(task);
        assertThat(port.openTasks(organiser)).extracting(OpenTask::id).containsExactly(task);
        assertThat(port.openTasks(linkWorker(TeamId.next()))).isEmpty();
        assertThat(port.openTasksAbout(subject)).singleElement().satisfies(open -> {
            assertThat(open.key()).isEqualTo("run-errand");
            assertThat(open.name()).isEqualTo("Run the errand · CG-TEST-01");
            assertThat(open.subject()).isEqualTo(subject);
            assertThat(open.candidates()).containsExactlyInAnyOrder("team-" + team, "group-" + group);
        });
    }

    private static Actor.SignedIn linkWorker(TeamId team) {
        return new Actor.SignedIn(AccountId.next(), Set.of(Role.LINK_WORKER), Set.of(), Set.of(team), Set.of());
    }

    private Task open() {
        return engine.getTaskService().createTaskQuery().taskId(task).singleResult();
    }

    private int events() {
        return jdbc.sql("select count(*) from event where kind = 'errand-run' and subject_id = :subject")
                .param("subject", UUID.fromString(errand.getBusinessKey()))
                .query(Integer.class)
                .single();
    }

    private void assertUntouched() {
        assertThat(open()).isNotNull();
        assertThat(events()).isZero();
        assertThat(engine.getRuntimeService().getVariables(errand.getId()))
                .containsOnlyKeys("team", "group", "reference");
    }

    private static TaskRefused refusal(Runnable attempt) {
        return catchThrowableOfType(TaskRefused.class, attempt::run);
    }

    private static void assertRefused(Runnable attempt, Why why, String words) {
        assertThat(refusal(attempt)).isNotNull().hasMessageContaining(words).hasNoCause();
        assertThat(refusal(attempt).why()).isEqualTo(why);
    }

    private static List<Throwable> together(int times, Callable<Void> attempt) throws Exception {
        return together(java.util.Collections.nCopies(times, attempt));
    }

    /** What each attempt ended with; null where it went through. */
    private static List<Throwable> together(List<Callable<Void>> attempts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
        try {
            List<Future<Throwable>> running = new ArrayList<>();
            for (Callable<Void> attempt : attempts) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        attempt.call();
                        return null;
                    } catch (Throwable refused) {
                        return refused;
                    }
                }));
            }
            start.countDown();
            List<Throwable> outcomes = new ArrayList<>();
            for (Future<Throwable> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
