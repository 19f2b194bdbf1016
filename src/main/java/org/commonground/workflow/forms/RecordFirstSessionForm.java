package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.group.Group;
import org.commonground.placement.FirstSession;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.firstsession.FirstSessionResult;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.Offers;
import org.commonground.placement.offer.ToldToGroups;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.InWords;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Whether the person came to the first session: the team says, or an organiser, who knows the first name by now. */
@Component
class RecordFirstSessionForm implements TaskForm<RecordFirstSession> {

    private final FirstSessions sessions;
    private final Offers offers;
    private final ToldToGroups told;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    RecordFirstSessionForm(
            FirstSessions sessions,
            Offers offers,
            ToldToGroups told,
            Placements placements,
            PersonWords people,
            GroupWords groups) {
        this.sessions = sessions;
        this.offers = offers;
        this.told = told;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<RecordFirstSession> record() {
        return RecordFirstSession.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        FirstSession session = placement.firstSession().orElseThrow();
        Group group = groups.group(placement.group());
        Map<String, Object> values = new HashMap<>(who(placement, actor));
        values.put("group", group.name());
        values.put("when", InWords.moment(session.start()));
        values.put("where", session.where());
        values.put(
                "company",
                session.companion()
                        .map(companion -> companion.text() + " was to come along.")
                        .orElse(""));
        values.put("ifMissed", ifMissed(placement));
        values.put(
                "until",
                group.weeks() == null ? " as long as they like" : " for the course of " + group.weeks() + " weeks");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, RecordFirstSession answer, Actor actor) {
        FirstSessionResult result = sessions.record(new PlacementId(task.subject()), answer, actor);
        return Map.of("firstSession", result.word());
    }

    private String ifMissed(Placement placement) {
        return sessions.isLastAttempt(placement.id())
                ? "It is the second time, so the place is given back, and the link worker can choose again with the person."
                : "The place is kept, and the link worker asks the person whether they try again.";
    }

    private Map<String, Object> who(Placement placement, Actor actor) {
        if (offers.isOrganiser(placement, actor)) {
            String firstName =
                    told.of(placement.id()).firstName().map(PersonName::text).orElse("the person");
            return Map.of("who", firstName, "notice", "");
        }
        Map<String, Object> person = people.about(placement.referral());
        return Map.of("who", person.get("person"), "notice", person.get("notice"));
    }
}
