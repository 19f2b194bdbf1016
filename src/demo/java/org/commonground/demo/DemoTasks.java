package org.commonground.demo;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.followup.FollowUps;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.stereotype.Component;

/** Finds the task that a story's next step answers. */
@Component
class DemoTasks {

    /** Tasks about something of their own, such as a mail: people find them in their list. */
    private static final Set<String> IN_THE_LIST =
            Set.of("mend-mail", "post-letter", "review-concern", "speak-with-practice");

    private final DemoGroups words;
    private final Referrals referrals;
    private final Placements placements;
    private final FollowUps followUps;
    private final Groups groups;
    private final TaskPort port;

    DemoTasks(
            DemoGroups words,
            Referrals referrals,
            Placements placements,
            FollowUps followUps,
            Groups groups,
            TaskPort port) {
        this.words = words;
        this.referrals = referrals;
        this.placements = placements;
        this.followUps = followUps;
        this.groups = groups;
        this.port = port;
    }

    Optional<OpenTask> find(String key, DemoStory.Step step, ReferralId referral, Actor.SignedIn actor) {
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
    Optional<Group> group(OpenTask task, ReferralId referral) {
        return placements.of(referral).stream()
                .filter(placement -> placement.id().value().equals(task.subject()))
                .map(Placement::group)
                .findFirst()
                .flatMap(groups::find);
    }
}
