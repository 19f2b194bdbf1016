package org.commonground.workflow.steps;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.platform.event.Events;
import org.springframework.stereotype.Component;

/**
 * Decides that a mail goes out; the outbox sends it later. Which one says the step's id: {@code send-<kind>}, or
 * {@code send-<kind>-<when>} where a model sends the same in more than one place. It is about the process's subject,
 * and its occasion is the newest event about that.
 */
@Component
class PostMessage implements JavaDelegate {

    private final Outbox outbox;
    private final Events events;

    PostMessage(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID subject = UUID.fromString(execution.getProcessBusinessKey());
        outbox.post(kind(execution.getCurrentActivityId()), subject, events.latestAbout(subject));
    }

    /** The longest kind that fits: {@code send-offer-reminder} is no {@code offer}. */
    static MessageKind kind(String step) {
        return Stream.of(MessageKind.values())
                .filter(kind -> (step + "-").startsWith("send-" + kind.word() + "-"))
                .max(Comparator.comparingInt(kind -> kind.word().length()))
                .orElseThrow(() -> new IllegalStateException("step " + step + " names no kind of mail"));
    }
}
