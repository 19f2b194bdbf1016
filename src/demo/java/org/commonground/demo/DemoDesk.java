package org.commonground.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.followup.FollowUps;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.stereotype.Component;

/** Where people of the demo find their tasks and answer them, through the doors that everybody uses. */
@Component
class DemoDesk {

    /** What is open long before it can be answered: until the day it is due. */
    private static final Set<String> ON_THE_DAY = Set.of("hold-conversation", "record-first-session");

    /** Tasks about something of their own, such as a mail: people find them in their list. */
    private static final Set<String> IN_THE_LIST =
            Set.of("mend-mail", "post-letter", "review-concern", "speak-with-practice");

    private final DemoNeighbourhood neighbourhood;
    private final DemoAnswers answers;
    private final DemoDeeds deeds;
    private final DemoGroups words;
    private final Referrals referrals;
    private final Intake intake;
    private final Placements placements;
    private final FollowUps followUps;
    private final Groups groups;
    private final Accounts accounts;
    private final TaskPort port;

    DemoDesk(
            DemoNeighbourhood neighbourhood,
            DemoAnswers answers,
            DemoDeeds deeds,
            DemoGroups words,
            Referrals referrals,
            Intake intake,
            Placements placements,
            FollowUps followUps,
            Groups groups,
            Accounts accounts,
            TaskPort port) {
        this.neighbourhood = neighbourhood;
        this.answers = answers;
        this.deeds = deeds;
        this.words = words;
        this.referrals = referrals;
        this.intake = intake;
        this.placements = placements;
        this.followUps = followUps;
        this.groups = groups;
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
        Optional<OpenTask> open = find(key.get(), step, referral, actor).filter(task -> isDay(task, today));
        open.ifPresent(task -> {
            port.claim(task.id(), actor);
            if (step.claims() == null) {
                port.submit(
                        task.id(),
                        answers.said(story, step, group(task, referral)).fields(),
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

    private Optional<OpenTask> find(String key, DemoStory.Step step, ReferralId referral, Actor.SignedIn actor) {
        if (IN_THE_LIST.contains(key)) {
            String reference = referrals.find(referral).reference().text();
            return port.openTasks(actor).stream()
                    .filter(task -> task.key().equals(key) && task.name().endsWith(reference))
                    .findFirst();
        }
        return subjects(step, referral)
                .flatMap(subject -> port.openTasksAbout(subject).stream())
                .filter(task -> task.key().equals(key))
                .findFirst();
    }

    /** The referral, its plans of look-backs, and its placements in the groups that the step names. */
    private Stream<UUID> subjects(DemoStory.Step step, ReferralId referral) {
        return Stream.of(
                        Stream.of(referral.value()),
                        followUps.of(referral).stream().map(plan -> plan.id().value()),
                        placements.of(referral).stream()
                                .filter(placement -> isAbout(step, placement))
                                .map(placement -> placement.id().value()))
                .flatMap(some -> some);
    }

    private boolean isAbout(DemoStory.Step step, Placement placement) {
        return step.groups().isEmpty()
                || step.groups().stream()
                        .anyMatch(word -> words.named(word).id().equals(placement.group()));
    }

    /** The community group that a task is about, where it is about one. */
    private Optional<Group> group(OpenTask task, ReferralId referral) {
        return placements.of(referral).stream()
                .filter(placement -> placement.id().value().equals(task.subject()))
                .map(Placement::group)
                .findFirst()
                .flatMap(groups::find);
    }
}
