package org.commonground.workflow.forms;

import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.correspondence.outbox.PostLetter;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Print a letter to the person and post it. */
@Component
class PostLetterForm implements TaskForm<PostLetter> {

    private final Messages messages;
    private final TellingWords words;

    PostLetterForm(Messages messages, TellingWords words) {
        this.messages = messages;
        this.words = words;
    }

    @Override
    public Class<PostLetter> record() {
        return PostLetter.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        return words.about(new MessageId(task.subject()));
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, PostLetter answer, Actor actor) {
        return Map.of(
                "telling",
                messages.post(new MessageId(task.subject()), answer, actor).word());
    }
}
