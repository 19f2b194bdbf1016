package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.offer.AnswerOffer;
import org.commonground.placement.offer.GroupQuestions;
import org.commonground.placement.offer.Offers;
import org.commonground.placement.offer.ToldToGroup;
import org.commonground.placement.offer.ToldToGroups;
import org.commonground.placement.waiting.WaitingCount;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.InWords;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/**
 * The group's side of the check and its answer. An organiser reads what the person agreed to share and no name; a link
 * worker who records a phone call reads whom it is about, and whom to ask.
 */
@Component
class AnswerOfferForm implements TaskForm<AnswerOffer> {

    private final Offers offers;
    private final ToldToGroups told;
    private final GroupQuestions questions;
    private final Placements placements;
    private final WaitingLists lists;
    private final PersonWords people;
    private final GroupWords groups;

    AnswerOfferForm(
            Offers offers,
            ToldToGroups told,
            GroupQuestions questions,
            Placements placements,
            WaitingLists lists,
            PersonWords people,
            GroupWords groups) {
        this.offers = offers;
        this.told = told;
        this.questions = questions;
        this.placements = placements;
        this.lists = lists;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<AnswerOffer> record() {
        return AnswerOffer.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        boolean organiser = offers.isOrganiser(placement, actor);
        Map<String, Object> values = told(told.of(placement.id()));
        values.put("group", groups.group(placement.group()).name());
        values.put("asOrganiser", organiser);
        values.put("questions", asked(placement));
        values.put("waiting", waiting(placement));
        if (!organiser) {
            values.put("person", people.about(placement.referral()).get("person"));
            values.put("notice", people.about(placement.referral()).get("notice"));
            values.putAll(groups.contacts(placement.group()));
        }
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AnswerOffer answer, Actor actor) {
        offers.answer(new PlacementId(task.subject()), answer, actor);
        return Map.of("answer", answer.answer().word());
    }

    /** Only as long as the person agrees that this group is told about them. */
    private String asked(Placement placement) {
        return told.maySee(placement) ? QuestionWords.of(questions.of(placement.id())) : "";
    }

    private String waiting(Placement placement) {
        WaitingCount count = lists.count(placement.group());
        return count.people() == 0 ? "" : "**Your waiting list:** " + count.inWords();
    }

    private static Map<String, Object> told(ToldToGroup told) {
        Map<String, Object> values = new HashMap<>();
        values.put("reference", told.reference().text());
        values.put("ageBand", told.age().label());
        values.put("language", told.language());
        values.put("interpreter", told.interpreter() ? " · needs an interpreter" : "");
        values.put("supportNeeded", GroupWords.support(told.support()));
        values.put("arranged", told.gapArrangement().map(Narrative::text).orElse("nothing"));
        values.put("instruction", told.instruction().map(Narrative::text).orElse("nothing else"));
        values.put("answerBy", told.answerBy().map(InWords::day).orElse(""));
        return values;
    }
}
