package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.offer.Offers;
import org.commonground.placement.offer.PhoneOrganiser;
import org.commonground.platform.time.InWords;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** The link worker phones a group whose answer has not come. */
@Component
class PhoneOrganiserForm implements TaskForm<PhoneOrganiser> {

    private final Offers offers;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    PhoneOrganiserForm(Offers offers, Placements placements, PersonWords people, GroupWords groups) {
        this.offers = offers;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<PhoneOrganiser> record() {
        return PhoneOrganiser.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        Map<String, Object> values = new HashMap<>(groups.contacts(placement.group()));
        values.put("group", groups.group(placement.group()).name());
        values.put("person", people.about(placement.referral()).get("person"));
        values.put("notice", people.about(placement.referral()).get("notice"));
        values.put("answerBy", placement.answerBy().map(InWords::day).orElse(""));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, PhoneOrganiser answer, Actor actor) {
        offers.phoned(new PlacementId(task.subject()), answer, actor);
        return Map.of();
    }
}
