package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.conversation.reach.LastLetter;
import org.commonground.conversation.reach.LastLetters;
import org.commonground.conversation.reach.PostLastLetter;
import org.commonground.group.Support;
import org.commonground.referral.ReferralId;
import org.commonground.referral.duplicate.Requests;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Post the last letter: the words to print and the address to send them to. */
@Component
class PostLastLetterForm implements TaskForm<PostLastLetter> {

    private final LastLetters letters;
    private final ContactAttempts attempts;
    private final LastLetter letter;
    private final PersonWords words;
    private final Requests requests;

    PostLastLetterForm(
            LastLetters letters, ContactAttempts attempts, LastLetter letter, PersonWords words, Requests requests) {
        this.letters = letters;
        this.attempts = attempts;
        this.letter = letter;
        this.words = words;
        this.requests = requests;
    }

    @Override
    public Class<PostLastLetter> record() {
        return PostLastLetter.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put(
                "letter",
                String.join("\n\n", letter.to(id, attempts.replyBy(id)).paragraphs()));
        boolean large = requests.of(id).support().contains(Support.LARGE_PRINT);
        values.put("size", large ? "large" : "normal");
        values.put("print", large ? "in large print, which they asked for" : "to print");
        values.put("otherSize", large ? "normal" : "large");
        values.put("otherPrint", large ? "normal print" : "large print");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, PostLastLetter answer, Actor actor) {
        letters.posted(new ReferralId(task.subject()), answer, actor);
        return Map.of();
    }
}
