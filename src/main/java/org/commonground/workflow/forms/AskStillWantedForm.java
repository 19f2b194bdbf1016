package org.commonground.workflow.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.StillWantedResult;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.placement.waiting.WaitingPlacement;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Ask a person who waited whether they still want a place that has come free. */
@Component
class AskStillWantedForm implements TaskForm<AskStillWanted> {

    private final WaitingLists lists;
    private final WaitingAnswers waitingAnswers;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    AskStillWantedForm(
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
    public Class<AskStillWanted> record() {
        return AskStillWanted.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        WaitingPlacement waiting = lists.find(placement).orElseThrow();
        values.put("waitingSince", InWords.date(LocalDate.ofInstant(waiting.joinedAt(), WorkingDays.LONDON)));
        values.put("askBy", waiting.askBy().map(InWords::date).orElseThrow());
        values.put(
                "checkNext",
                waitingAnswers.checkIsFresh(placement)
                        ? "The person’s side of the safety check is recent and stands."
                        : "Before that you look at the person’s side of the safety check again: it is some weeks old.");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AskStillWanted answer, Actor actor) {
        StillWantedResult wanted = waitingAnswers.answer(new PlacementId(task.subject()), answer, actor);
        return Map.of("wanted", wanted.word());
    }
}
