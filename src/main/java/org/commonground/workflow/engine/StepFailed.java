package org.commonground.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/**
 * A step of a model that could not be done, told without people: the step's id in the model, a code and the referral's
 * reference. It keeps where it happened, but neither the message nor the cause of what happened, because the engine
 * writes both into its tables.
 */
public class StepFailed extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final String failureCode;
    private final boolean passing;

    /**
     * @param step the step's id in the model
     * @param failureCode coded words, such as {@code refused-conflict} or {@code duplicate-key}
     * @param reference the referral's reference, or null where there is none
     * @param passing true: the same again may well succeed (a lock, a conflict)
     * @param where the frames of the original failure
     */
    StepFailed(String step, String failureCode, String reference, boolean passing, StackTraceElement[] where) {
        super(step + " failed: " + failureCode + (reference == null ? "" : " (" + reference + ")"));
        this.failureCode = failureCode;
        this.passing = passing;
        setStackTrace(where);
    }

    public String failureCode() {
        return failureCode;
    }

    /** Whether it is worth trying again at once. */
    public boolean passing() {
        return passing;
    }
}
