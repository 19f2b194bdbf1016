package org.commonground.web.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.crisis.Crises;
import org.commonground.followup.FollowUps;
import org.commonground.placement.Placement;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.web.referral.ReferralPage.Job;
import org.commonground.workflow.tasks.TaskLookup;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/** The tasks of a referral, its placements, follow-ups, crises and messages to the person that wait for somebody. */
@Component
class WaitingLine {

    private final TaskLookup tasks;
    private final FollowUps followUps;
    private final Crises crises;
    private final Outbox outbox;
    private final Colleagues colleagues;

    WaitingLine(TaskLookup tasks, FollowUps followUps, Crises crises, Outbox outbox, Colleagues colleagues) {
        this.tasks = tasks;
        this.followUps = followUps;
        this.crises = crises;
        this.outbox = outbox;
        this.colleagues = colleagues;
    }

    /** The task in which is recorded what somebody says after the last letter, where it is open to whoever looks. */
    Optional<String> reply(Referral referral, Actor.SignedIn actor) {
        return tasks.waiting(List.of(referral.id().value()), actor).stream()
                .filter(task -> task.key().equals(ReferralProcess.Tasks.AWAIT_REPLY))
                .map(TaskLookup.Waiting::task)
                .findFirst();
    }

    /** Those that are open to whoever looks, what is due first standing first. */
    List<Job> on(Referral referral, List<Placement> tries, Actor.SignedIn actor) {
        List<UUID> subjects = new ArrayList<>();
        subjects.add(referral.id().value());
        tries.forEach(placement -> subjects.add(placement.id().value()));
        followUps.of(referral.id()).forEach(plan -> subjects.add(plan.id().value()));
        crises.of(referral.id()).forEach(crisis -> subjects.add(crisis.id().value()));
        outbox.toPerson(referral.id().value()).forEach(mail -> subjects.add(mail.value()));
        return tasks.waiting(subjects, actor).stream()
                .map(task -> new Job(
                        task.task(),
                        task.key(),
                        task.name(),
                        task.due()
                                .map(due -> InWords.date(LocalDate.ofInstant(due, WorkingDays.LONDON)))
                                .orElse(null),
                        task.assignee().map(colleagues::name).orElse(null)))
                .toList();
    }
}
