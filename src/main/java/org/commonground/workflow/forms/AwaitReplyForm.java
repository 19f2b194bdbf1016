package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.AwaitReply;
import org.commonground.conversation.reach.Contacts;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Await the reply to the last letter: answered only where the person gets in touch. */
@Component
class AwaitReplyForm implements TaskForm<AwaitReply> {

    private final Contacts contacts;
    private final Referrals referrals;
    private final PersonWords words;
    private final AttemptWords attempts;

    AwaitReplyForm(Contacts contacts, Referrals referrals, PersonWords words, AttemptWords attempts) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.words = words;
        this.attempts = attempts;
    }

    @Override
    public String task() {
        return "await-reply";
    }

    @Override
    public Class<AwaitReply> record() {
        return AwaitReply.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put("attempts", attempts.of(id));
        values.put("waitsFor", contacts.settings().replyWithin());
        values.put("mailPossible", AttemptWords.mailPossible(referrals.personOf(id)));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AwaitReply answer, Actor actor) {
        return ContactOutputs.of(contacts.replied(new ReferralId(task.subject()), answer, actor));
    }
}
