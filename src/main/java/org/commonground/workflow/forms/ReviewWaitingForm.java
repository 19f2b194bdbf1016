package org.commonground.workflow.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.placement.waiting.WaitingPlacement;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Ask a person who has waited for some weeks whether they stay on the list. */
@Component
class ReviewWaitingForm implements TaskForm<ReviewWaiting> {

    private final WaitingLists lists;
    private final WaitingAnswers waitingAnswers;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    ReviewWaitingForm(
            WaitingLists lists,
            WaitingAnswers waitingAnswers,
            Placements placements,
            PersonWords people,
            GroupWords groups) {
        this.lists = lists;
        this.waitingAnswers = waitingAnswers;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<ReviewWaiting> record() {
        return ReviewWaiting.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        WaitingPlacement waiting = lists.find(placement).orElseThrow();
        values.put("waitingSince", InWords.date(LocalDate.ofInstant(waiting.joinedAt(), WorkingDays.LONDON)));
        values.put("position", waiting.position());
        values.put("length", waiting.length());
        values.put(
                "passedOver",
                waiting.state() == WaitingPlacement.State.PASSED_OVER
                        ? "**A place was held for them, and nobody asked in time: it went to the next.** No place is held"
                                + " for them until you have answered this."
                        : "");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, ReviewWaiting answer, Actor actor) {
        waitingAnswers.review(new PlacementId(task.subject()), answer, actor);
        return Map.of("waiting", answer.waiting().word());
    }
}
