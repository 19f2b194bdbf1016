package org.commonground.workflow.tasks;

import java.util.Map;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.submitted.Binder;
import org.commonground.platform.submitted.Submitted;

/**
 * Reads what a form submitted into the record that says what it may submit. Everything that is wrong is told at once,
 * by field: what is no field of the form, what is not what the field asks for, and what the record's own rules say.
 */
final class Answers {

    private Answers() {}

    /**
     * @param submitted plain Java: text, numbers, booleans, lists and null
     * @throws Refusal with one message per field
     */
    static <R extends Record> R read(Class<R> type, Map<String, Object> submitted) {
        Problems problems = new Problems();
        R answer = Binder.whole(type, Submitted.form(submitted), problems);
        problems.refuseIfWrong();
        return answer;
    }
}
