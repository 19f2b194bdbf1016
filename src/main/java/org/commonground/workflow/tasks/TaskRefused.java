package org.commonground.workflow.tasks;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * An answer was not taken, and nothing changed. The message is for the person who answered. It never has a cause,
 * because what is behind a failure may name people; its type is the one the web applications answer with a 400.
 */
public class TaskRefused extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    /** Why: the person may not, the answer is wrong, somebody was first, or it is our fault. */
    public enum Why {
        NOT_ALLOWED,
        WRONG_ANSWER,
        NO_LONGER_OPEN,
        FAILED
    }

    private final Why why;

    TaskRefused(Why why, String message) {
        super(why, message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
