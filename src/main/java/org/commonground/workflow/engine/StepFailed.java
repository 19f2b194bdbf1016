package org.commonground.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.commonground.platform.refusal.Refusal;

/**
 * A step of a model that could not be done, told without people: the step's id in the model, a code and the referral's
 * reference. It keeps where it happened, but neither the message nor the cause of what happened, because the engine
 * writes both into its tables.
 */
public class StepFailed extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final String failureCode;
    private final boolean passing;
    private final transient Refusal refusal;

    /**
     * @param step the step's id in the model
     * @param failureCode coded words, such as {@code refused-conflict} or {@code duplicate-key}
     * @param reference the referral's reference, or null where there is none
     * @param passing true: the same again may well succeed (a lock, a conflict)
     * @param failure what happened; only its frames are kept, and it itself where it is a refusal, which never names
     *     anybody
     */
    StepFailed(String step, String failureCode, String reference, boolean passing, Throwable failure) {
        super(step + " failed: " + failureCode + (reference == null ? "" : " (" + reference + ")"));
        this.failureCode = failureCode;
        this.passing = passing;
        this.refusal = failure instanceof Refusal refused ? refused : null;
        setStackTrace(failure.getStackTrace());
    }

    /** The refusal of a use case that the step called, for the person whose answer brought the process there. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    public String failureCode() {
        return failureCode;
    }

    /** Whether it is worth trying again at once. */
    public boolean passing() {
        return passing;
    }
}
