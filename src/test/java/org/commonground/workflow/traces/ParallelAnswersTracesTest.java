package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people, or one with two pages open, answer one task at the same moment: one answer counts, the other is told. */
@CommonGroundTest
class ParallelAnswersTracesTest {

    @Autowired
    BeanFactory context;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private Journey journey;
    private GroupId group;
    private PlacementId placement;
    private Actor.SignedIn organiser;

    @BeforeEach
    void anOpenOffer() {
        journey = Journey.choosing(context);
        group = journey.group();
        organiser = organiser();
        placement = journey.offered(group);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void nothingFailed() {
        root.detachAppender(log);
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }

    @Test
    void two_organisers_answer_one_offer() throws Exception {
        Actor.SignedIn other = organiser();
        oneOf(answering(organiser, "answer-offer", Placing.yes()), answering(other, "answer-offer", Placing.no()));
        answeredOnce();
    }

    @Test
    void an_organiser_answers_while_a_link_worker_records_what_was_said_by_phone() throws Exception {
        oneOf(
                answering(organiser, "answer-offer", Placing.yes()),
                answering(journey.linkWorker(), "answer-offer", Placing.byPhone(Placing.yes(), "Alex Organiserly")));
        answeredOnce();
    }

    @Test
    void an_organiser_sends_two_answers_from_two_pages() throws Exception {
        String task = claimed(organiser, "answer-offer");
        oneOf(sending(task, organiser, Placing.yes()), sending(task, organiser, Placing.no()));
        answeredOnce();
    }

    @Test
    void an_organiser_and_a_link_worker_record_one_first_session() throws Exception {
        firstSession();
        oneOf(
                answering(organiser, "record-first-session", Answered.attended()),
                answering(journey.linkWorker(), "record-first-session", Answered.missed()));
        recordedOnce();
    }

    @Test
    void one_first_session_is_recorded_from_two_pages() throws Exception {
        firstSession();
        String task = claimed(organiser, "record-first-session");
        oneOf(sending(task, organiser, Answered.attended()), sending(task, organiser, Answered.missed()));
        recordedOnce();
    }

    private void firstSession() {
        journey.agree(placement);
        journey.comeToFirstSession(placement);
    }

    private void answeredOnce() {
        assertThat(story("offer-accepted", "offer-declined")).hasSize(1);
        boolean yes = journey.placement(placement).state() == PlacementState.ACCEPTED;
        assertThat(journey.openTasks(placement.value())).isEqualTo(yes ? List.of("ask-person") : List.of());
        assertThat(journey.places()).isEqualTo(yes ? 1 : 0);
    }

    private void recordedOnce() {
        journey.executeJobs();
        assertThat(story("first-session-attended", "first-session-missed")).hasSize(1);
        boolean came = journey.placement(placement).state() == PlacementState.ATTENDED;
        assertThat(journey.running().of("follow-up")).isEqualTo(came ? 1L : 0L);
        assertThat(journey.openTasks(placement.value())).isEqualTo(came ? List.of() : List.of("ask-after-missed"));
    }

    private List<String> story(String... kinds) {
        return journey.story(kinds);
    }

    private Actor.SignedIn organiser() {
        return People.in(context).organiserOf(group.value()).actor();
    }

    private String claimed(Actor.SignedIn somebody, String key) {
        String task = journey.task(placement.value(), key).id();
        journey.port().takeOver(task, somebody);
        return task;
    }

    private Callable<TaskRefused> answering(Actor.SignedIn somebody, String key, Record answer) {
        String task = journey.task(placement.value(), key).id();
        return () -> refused(() -> {
            journey.port().claim(task, somebody);
            journey.port().submit(task, Submitted.of(answer), somebody);
        });
    }

    private Callable<TaskRefused> sending(String task, Actor.SignedIn somebody, Record answer) {
        return () -> refused(() -> journey.port().submit(task, Submitted.of(answer), somebody));
    }

    /** Why it was refused; null where it counts. */
    private static TaskRefused refused(Runnable answer) {
        try {
            answer.run();
            return null;
        } catch (TaskRefused refused) {
            return refused;
        }
    }

    /** Both at the same moment, on connections of their own. */
    private static void oneOf(Callable<TaskRefused> one, Callable<TaskRefused> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<TaskRefused>> both = new ArrayList<>();
            for (Callable<TaskRefused> answer : List.of(one, other)) {
                both.add(two.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return answer.call();
                }));
            }
            List<String> refusals = new ArrayList<>();
            for (Future<TaskRefused> answer : both) {
                TaskRefused refused = answer.get(60, TimeUnit.SECONDS);
                if (refused != null) {
                    refusals.add(refused.getMessage());
                }
            }
            assertThat(refusals)
                    .as("one counts, the other is told")
                    .singleElement()
                    .satisfies(told ->
                            assertThat(told).containsAnyOf("already answered", "Somebody else has claimed this task"));
        } finally {
            two.shutdownNow();
        }
    }
}
