package org.commonground.workflow.forms;

import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.outbox.CallPerson;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Tell the person something by phone. */
@Component
class CallPersonForm implements TaskForm<CallPerson> {

    private final Messages messages;
    private final TellingWords words;

    CallPersonForm(Messages messages, TellingWords words) {
        this.messages = messages;
        this.words = words;
    }

    @Override
    public Class<CallPerson> record() {
        return CallPerson.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        return words.about(new MessageId(task.subject()));
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, CallPerson answer, Actor actor) {
        return Map.of(
                "telling",
                messages.call(new MessageId(task.subject()), answer, actor).word());
    }
}
