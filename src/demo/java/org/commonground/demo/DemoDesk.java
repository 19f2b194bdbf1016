package org.commonground.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.intake.Intake;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.stereotype.Component;

/** Where people of the demo find their tasks and answer them, through the doors that everybody uses. */
@Component
class DemoDesk {

    /** What is open long before it can be answered: until the day it is due. */
    private static final Set<String> ON_THE_DAY = Set.of("hold-conversation", "record-first-session");

    private final DemoNeighbourhood neighbourhood;
    private final DemoAnswers answers;
    private final DemoDeeds deeds;
    private final DemoTasks tasks;
    private final Intake intake;
    private final Accounts accounts;
    private final TaskPort port;

    DemoDesk(
            DemoNeighbourhood neighbourhood,
            DemoAnswers answers,
            DemoDeeds deeds,
            DemoTasks tasks,
            Intake intake,
            Accounts accounts,
            TaskPort port) {
        this.neighbourhood = neighbourhood;
        this.answers = answers;
        this.deeds = deeds;
        this.tasks = tasks;
        this.intake = intake;
        this.accounts = accounts;
        this.port = port;
    }

    /** The practice sends its message. */
    ReferralId refer(DemoStory story) {
        return intake.receive(DemoMessage.of(story), null, neighbourhood.practice(story.from()))
                .referral();
    }

    /** Somebody takes a story's next step, if it can be taken today; answers whether it was. */
    boolean take(DemoStory story, DemoStory.Step step, ReferralId referral, LocalDate today) {
        Actor.SignedIn actor = accounts.actorOf(accounts.byUsername(step.by() == null ? story.with() : step.by())
                .orElseThrow()
                .id());
        Optional<String> key = answers.task(step);
        if (key.isEmpty()) {
            deeds.act(referral, answers.said(story, step, Optional.empty()), actor);
            return true;
        }
        Optional<OpenTask> open = tasks.find(key.get(), step, referral, actor).filter(task -> isDay(task, today));
        open.ifPresent(task -> {
            port.takeOver(task.id(), actor);
            if (step.claims() == null) {
                port.submit(
                        task.id(),
                        answers.said(story, step, tasks.group(task, referral)).fields(),
                        actor);
            }
        });
        return open.isPresent();
    }

    private static boolean isDay(OpenTask task, LocalDate today) {
        return !ON_THE_DAY.contains(task.key())
                || task.due()
                        .filter(due ->
                                LocalDate.ofInstant(due, WorkingDays.LONDON).isAfter(today))
                        .isEmpty();
    }
}
