package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.AwaitReply;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.conversation.reach.Replies;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Await the reply to the last letter: answered only where the person gets in touch. */
@Component
class AwaitReplyForm implements TaskForm<AwaitReply> {

    private final Replies replies;
    private final ContactAttempts made;
    private final Referrals referrals;
    private final PersonWords words;
    private final AttemptWords attempts;

    AwaitReplyForm(
            Replies replies, ContactAttempts made, Referrals referrals, PersonWords words, AttemptWords attempts) {
        this.replies = replies;
        this.made = made;
        this.referrals = referrals;
        this.words = words;
        this.attempts = attempts;
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
        values.put("waitsFor", inWords(made.numbersFor(id).replyWithin()));
        values.put("mailPossible", AttemptWords.mailPossible(referrals.personOf(id)));
        return values;
    }

    private static String inWords(int workingDays) {
        return workingDays == 1 ? "1 working day" : workingDays + " working days";
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, AwaitReply answer, Actor actor) {
        return ContactOutputs.of(replies.replied(new ReferralId(task.subject()), answer, actor));
    }
}
