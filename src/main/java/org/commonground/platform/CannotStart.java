package org.commonground.platform;

/**
 * The application cannot start, for a reason that the person who starts it can mend. The message says what is wrong
 * and what to do, in plain words; it is shown alone, without a stack trace.
 */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
