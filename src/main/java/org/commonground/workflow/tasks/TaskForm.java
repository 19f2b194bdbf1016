package org.commonground.workflow.tasks;

import java.util.Locale;
import java.util.Map;
import org.commonground.account.Actor;

/**
 * What stands behind one human task: its form's first values and what happens with the answer. The port finds it by
 * the task's id, calls {@link #answer} inside one transaction and completes the task with what it returns.
 *
 * @param <R> the record that says what the form may submit: one component per field, with Bean Validation
 */
public interface TaskForm<R extends Record> {

    /** The task's id, which is its form's id and file name, by its record's: {@code hold-conversation}. */
    default String task() {
        return record().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    Class<R> record();

    /** Values read now from the capabilities, by the form's keys; lists and maps reach the form as Json. */
    Map<String, Object> prefill(TaskAtHand task, Actor actor);

    /** Calls one service; returns the process variables it may set, by name: ids, dates and decisions only. */
    Map<String, Object> answer(TaskAtHand task, R answer, Actor actor);
}
