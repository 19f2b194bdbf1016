package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.firstsession.AskAfterMissed;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.platform.time.InWords;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Somebody did not come to their first session: why, and whether they try again. The form starts from the old plan. */
@Component
class AskAfterMissedForm implements TaskForm<AskAfterMissed> {

    private final FirstSessions sessions;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;
    private final SessionWords plans;

    AskAfterMissedForm(
            FirstSessions sessions, Placements placements, PersonWords people, GroupWords groups, SessionWords plans) {
        this.sessions = sessions;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
        this.plans = plans;
    }

    @Override
    public Class<AskAfterMissed> record() {
        return AskAfterMissed.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        values.putAll(plans.proposed(placement, actor));
        placement.firstSession().ifPresent(missed -> {
            values.put("missedOn", InWords.moment(missed.start()));
            values.put("meetingPlace", missed.where());
            values.put("metBy", missed.metBy());
            values.put("accompanied", String.valueOf(missed.companion().isPresent()));
            missed.companion().ifPresent(companion -> values.put("accompaniedBy", companion));
        });
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AskAfterMissed answer, Actor actor) {
        PlacementId id = new PlacementId(task.subject());
        sessions.askAfterMissed(id, answer, actor);
        Map<String, Object> outputs = new HashMap<>(plans.planned(placements.find(id)));
        outputs.put("afterMissed", answer.afterMissed().word());
        return outputs;
    }
}
