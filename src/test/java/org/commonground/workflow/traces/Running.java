package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.commonground.platform.time.MovableClock;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.vocabulary.AnotherRoundProcess;
import org.commonground.workflow.vocabulary.DeathCheckProcess;
import org.commonground.workflow.vocabulary.GroupLeftProcess;
import org.commonground.workflow.vocabulary.Variable;

/** The processes about one referral as the engine has them: their traces, timers, jobs and variables. */
final class Running {

    private static final int ROUNDS = 10;

    private final ProcessEngine engine;
    private final MovableClock clock;
    private final ReferralId referral;
    private final Map<UUID, ProcessInstance> seen = new ConcurrentHashMap<>();
    private final Map<String, ProcessInstance> rounds = new ConcurrentHashMap<>();

    Running(ProcessEngine engine, MovableClock clock, ReferralId referral) {
        this.engine = engine;
        this.clock = clock;
        this.referral = referral;
        BpmnAwareTests.init(engine);
        look();
    }

    /** Remembers processes while they run, so that their traces can be read when they have ended. */
    void look() {
        processes().forEach(process -> {
            if (process.getProcessDefinitionId().startsWith(AnotherRoundProcess.ID + ":")) {
                // its subject is the referral too, as a closed group's is the placement
                rounds.put(process.getId(), process);
            } else if (!process.getProcessDefinitionId().startsWith(GroupLeftProcess.ID + ":")
                    && !process.getProcessDefinitionId().startsWith(DeathCheckProcess.ID + ":")) {
                seen.put(UUID.fromString(process.getBusinessKey()), process);
            }
        });
    }

    /** The trace of the one round beside the referral's own. */
    ProcessInstanceAssert anotherRound() {
        assertThat(rounds).as("other rounds").hasSize(1);
        return BpmnAwareTests.assertThat(rounds.values().iterator().next());
    }

    /** The subjects of every process there was. */
    Set<UUID> seen() {
        return seen.keySet();
    }

    ProcessInstanceAssert trace(UUID subject) {
        return BpmnAwareTests.assertThat(seen.get(subject));
    }

    void fireTimer(String timer) {
        fire(timer(timer));
    }

    /** Of several that wait, the one whose day comes first. */
    void fireFirstTimer(String timer) {
        fire(timers(timer).stream().min(Comparator.comparing(Job::getDuedate)).orElseThrow());
    }

    private void fire(Job job) {
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.moveTo(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        }
        engine.getManagementService().executeJob(job.getId());
        look();
    }

    Job timer(String timer) {
        List<Job> found = timers(timer);
        assertThat(found).as("timers " + timer).hasSize(1);
        return found.get(0);
    }

    List<Job> timers(String timer) {
        return jobs(query -> query.activityId(timer).active());
    }

    /** Timers whose clock stands still. */
    List<Job> stoppedTimers(String timer) {
        return jobs(query -> query.activityId(timer).suspended());
    }

    /** Every job that waits for nothing but somebody to do it. */
    void executeJobs() {
        List<Job> ready = jobs(query -> query.messages().active());
        for (int round = 0; !ready.isEmpty() && round < ROUNDS; round++) {
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            ready = jobs(query -> query.messages().active());
        }
        look();
    }

    /** How many processes of a model run for this referral. */
    long of(String model) {
        return processes().stream()
                .filter(process -> process.getProcessDefinitionId().startsWith(model + ":"))
                .count();
    }

    /** Every variable is one the vocabulary knows, of the type it says: an id, the reference, a date or a decision. */
    void assertVariablesAreAsDeclared() {
        for (ProcessInstance process : processes()) {
            String model = engine.getRepositoryService()
                    .getProcessDefinition(process.getProcessDefinitionId())
                    .getKey();
            Map<String, Variable<?>> declared = Vocabularies.variablesOf(model);
            engine.getRuntimeService().getVariables(process.getId()).forEach((name, value) -> {
                assertThat(declared).as("variables of " + model).containsKey(name);
                if (value != null) {
                    assertThat(value)
                            .as(model + ": " + name)
                            .isInstanceOf(declared.get(name).type());
                }
            });
        }
    }

    void assertNothingIsLeft() {
        assertThat(processes()).isEmpty();
        assertThat(jobs(query -> query)).isEmpty();
    }

    private List<Job> jobs(UnaryOperator<JobQuery> which) {
        List<Job> found = new ArrayList<>();
        for (ProcessInstance process : processes()) {
            found.addAll(
                    which.apply(engine.getManagementService().createJobQuery().processInstanceId(process.getId()))
                            .list());
        }
        return found;
    }

    private List<ProcessInstance> processes() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("referralId", referral.toString())
                .list();
    }
}
