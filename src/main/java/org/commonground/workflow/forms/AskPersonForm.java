package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.firstsession.AskPerson;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.offer.Offers;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** A group said yes: the person says yes or no, and the first session is planned. */
@Component
class AskPersonForm implements TaskForm<AskPerson> {

    private final FirstSessions sessions;
    private final Offers offers;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;
    private final SessionWords plans;

    AskPersonForm(
            FirstSessions sessions,
            Offers offers,
            Placements placements,
            PersonWords people,
            GroupWords groups,
            SessionWords plans) {
        this.sessions = sessions;
        this.offers = offers;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
        this.plans = plans;
    }

    @Override
    public Class<AskPerson> record() {
        return AskPerson.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        values.putAll(offers.decided(placement.id())
                .map(groups::decision)
                .orElseGet(() -> Map.of("conditions", "", "said", "")));
        values.putAll(plans.proposed(placement, actor));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AskPerson answer, Actor actor) {
        PlacementId id = new PlacementId(task.subject());
        sessions.ask(id, answer, actor);
        Map<String, Object> outputs = new HashMap<>(plans.planned(placements.find(id)));
        outputs.put("personSays", answer.personSays().word());
        return outputs;
    }
}
