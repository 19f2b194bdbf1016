package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.FindAnotherWay;
import org.commonground.conversation.reach.LastLetters;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Find another way to tell somebody a last time to whom neither mail nor letter is safe. */
@Component
class FindAnotherWayForm implements TaskForm<FindAnotherWay> {

    private final LastLetters letters;
    private final PersonWords words;
    private final AttemptWords attempts;

    FindAnotherWayForm(LastLetters letters, PersonWords words, AttemptWords attempts) {
        this.letters = letters;
        this.words = words;
        this.attempts = attempts;
    }

    @Override
    public Class<FindAnotherWay> record() {
        return FindAnotherWay.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put("attempts", attempts.of(id));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, FindAnotherWay answer, Actor actor) {
        letters.findAnotherWay(new ReferralId(task.subject()), answer, actor);
        return Map.of("anotherWay", answer.anotherWay().word());
    }
}
