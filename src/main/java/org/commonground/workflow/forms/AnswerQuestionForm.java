package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.offer.AnswerQuestion;
import org.commonground.placement.offer.GroupQuestion;
import org.commonground.placement.offer.GroupQuestions;
import org.commonground.placement.offer.ToldToGroup;
import org.commonground.placement.offer.ToldToGroups;
import org.commonground.platform.personal.Narrative;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** A group wants to know something before it decides: the link worker answers, beside what the group was told already. */
@Component
class AnswerQuestionForm implements TaskForm<AnswerQuestion> {

    private final GroupQuestions questions;
    private final ToldToGroups toldToGroups;
    private final Placements placements;
    private final PersonWords people;
    private final GroupWords groups;

    AnswerQuestionForm(
            GroupQuestions questions,
            ToldToGroups toldToGroups,
            Placements placements,
            PersonWords people,
            GroupWords groups) {
        this.questions = questions;
        this.toldToGroups = toldToGroups;
        this.placements = placements;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public Class<AnswerQuestion> record() {
        return AnswerQuestion.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Placement placement = placements.find(new PlacementId(task.subject()));
        List<GroupQuestion> asked = questions.of(placement.id());
        ToldToGroup told = toldToGroups.of(placement.id());
        Map<String, Object> values = new HashMap<>(groups.contacts(placement.group()));
        values.put("group", groups.group(placement.group()).name());
        values.put("person", people.about(placement.referral()).get("person"));
        values.put("notice", people.about(placement.referral()).get("notice"));
        values.put("supportNeeded", GroupWords.support(told.support()));
        values.put("arranged", told.gapArrangement().map(Narrative::text).orElse("nothing"));
        values.put("instruction", told.instruction().map(Narrative::text).orElse("nothing else"));
        values.put(
                "question",
                asked.stream()
                        .filter(question -> question.reply().isEmpty())
                        .map(question -> question.text().text())
                        .findFirst()
                        .orElse(""));
        values.put(
                "earlier",
                QuestionWords.of(asked.stream()
                        .filter(question -> question.reply().isPresent())
                        .toList()));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AnswerQuestion answer, Actor actor) {
        questions.answer(new PlacementId(task.subject()), answer, actor);
        return Map.of();
    }
}
