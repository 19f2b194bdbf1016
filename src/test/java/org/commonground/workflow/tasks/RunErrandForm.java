package org.commonground.workflow.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Stands behind the test model's task; some notes make it fail in some way. */
@Component
class RunErrandForm implements TaskForm<RunErrand> {

    static final String PERSON = "Ethel Marked-Person";

    private final Events events;
    private final Set<String> raced = ConcurrentHashMap.newKeySet();

    RunErrandForm(Events events) {
        this.events = events;
    }

    @Override
    public Class<RunErrand> record() {
        return RunErrand.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        return Map.of(
                "person", PERSON, "role", actor.role(), "things", List.of(Map.of("label", "Milk", "value", "milk")));
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, RunErrand answer, Actor actor) {
        events.publish(new ErrandRun(Ids.next(), task.subject(), actor.by()));
        if ("refuse".equals(answer.note())) {
            throw Refusal.invalid("note", "is not wanted");
        }
        if ("race".equals(answer.note()) && raced.add(task.id())) {
            throw new OptimisticLockingException("somebody was faster");
        }
        if ("crash".equals(answer.note())) {
            throw new IllegalStateException("about " + PERSON);
        }
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("answer", "leak".equals(answer.note()) ? PERSON : "done");
        if ("fail-step".equals(answer.note())) {
            outputs.put("outcome", "note");
        }
        return outputs;
    }
}
