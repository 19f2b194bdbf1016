package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.platform.time.InWords;
import org.commonground.safeguarding.Concern;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.ReviewConcern;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** The safeguarding lead, or the deputy, decides about a concern. */
@Component
class ReviewConcernForm implements TaskForm<ReviewConcern> {

    private final Concerns concerns;
    private final ConcernWords words;

    ReviewConcernForm(Concerns concerns, ConcernWords words) {
        this.concerns = concerns;
        this.words = words;
    }

    @Override
    public Class<ReviewConcern> record() {
        return ReviewConcern.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Concern concern = concerns.read(new ConcernId(task.subject()), actor);
        Map<String, Object> values = new HashMap<>(words.about(concern));
        values.put("raised", InWords.stamp(concern.raisedAt()) + ", by " + RoleWords.somebody(concern.raisedAs()));
        values.put("what", concern.what().text());
        values.put(
                "dangerNotice",
                concern.immediateDanger() ? "**Whoever raised it says that somebody is in immediate danger.**" : "");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, ReviewConcern review, Actor actor) {
        concerns.review(new ConcernId(task.subject()), review, actor);
        return Map.of("decision", review.decision().word());
    }
}
