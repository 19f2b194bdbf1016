package org.commonground.workflow.tasks;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.group.Group;
import org.commonground.group.Tier;
import org.commonground.placement.AskPerson;
import org.commonground.placement.FirstSession;
import org.commonground.placement.FirstSessions;
import org.commonground.placement.Offers;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.springframework.stereotype.Component;

/** A group said yes: the person says yes or no, and the first session is planned. */
@Component
class AskPersonForm implements TaskForm<AskPerson> {

    private final FirstSessions sessions;
    private final Offers offers;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    AskPersonForm(FirstSessions sessions, Offers offers, Placements placements, PersonWords people, GroupWords groups) {
        this.sessions = sessions;
        this.offers = offers;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public String task() {
        return "ask-person";
    }

    @Override
    public Class<AskPerson> record() {
        return AskPerson.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Group group = groups.group(placement.group());
        Map<String, Object> values = new HashMap<>(people.about(placement.referral()));
        values.putAll(groups.about(placement.group()));
        values.putAll(offers.decided(placement.id())
                .map(groups::decision)
                .orElseGet(() -> Map.of("conditions", "", "said", "")));
        sessions.next(group).ifPresent(next -> {
            values.put("firstSessionOn", next.on());
            values.put("firstSessionAt", next.at());
        });
        values.put("meetingPlace", group.venue().address());
        values.put("metBy", group.venue().meets());
        values.put(
                "accompanyNote",
                group.tier() == Tier.ACCOMPANIED
                        ? "To this group's first session somebody must."
                        : "Ask whether they would like that.");
        if (group.tier() == Tier.ACCOMPANIED) {
            values.put("accompanied", "true");
        }
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AskPerson answer, Actor actor) {
        PlacementId id = new PlacementId(task.subject());
        sessions.ask(id, answer, actor);
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("personSays", answer.personSays().word());
        outputs.put(
                "firstSessionOn",
                placements
                        .find(id)
                        .firstSession()
                        .map(FirstSession::start)
                        .map(Date::from)
                        .orElse(null));
        return outputs;
    }
}
