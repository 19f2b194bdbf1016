package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.reach.FindAnotherWay;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Find another way to tell somebody a last time to whom neither mail nor letter is safe. */
@Component
class FindAnotherWayForm implements TaskForm<FindAnotherWay> {

    private final Contacts contacts;
    private final PersonWords words;
    private final AttemptWords attempts;

    FindAnotherWayForm(Contacts contacts, PersonWords words, AttemptWords attempts) {
        this.contacts = contacts;
        this.words = words;
        this.attempts = attempts;
    }

    @Override
    public String task() {
        return "find-another-way";
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
        contacts.findAnotherWay(new ReferralId(task.subject()), answer, actor);
        return Map.of("anotherWay", answer.anotherWay().word());
    }
}
