package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.safeguarding.Concern;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.LiftPause;
import org.commonground.safeguarding.Pauses;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** The safeguarding lead lets a paused referral go on. */
@Component
class LiftPauseForm implements TaskForm<LiftPause> {

    private final Concerns concerns;
    private final Pauses pauses;
    private final ConcernWords words;

    LiftPauseForm(Concerns concerns, Pauses pauses, ConcernWords words) {
        this.concerns = concerns;
        this.pauses = pauses;
        this.words = words;
    }

    @Override
    public Class<LiftPause> record() {
        return LiftPause.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        Concern concern = concerns.read(new ConcernId(task.subject()), actor);
        Concern.Review review = concern.review();
        Map<String, Object> values = new HashMap<>(words.about(concern));
        values.put("paused", InWords.stamp(review.at()));
        values.put("reasons", review.reasons().text());
        values.put("namedPerson", text(review.namedPerson()));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, LiftPause answer, Actor actor) {
        pauses.lift(new ConcernId(task.subject()), answer, actor);
        return Map.of();
    }

    private static String text(Personal value) {
        return Optional.ofNullable(value).map(Personal::text).orElse("nobody named");
    }
}
