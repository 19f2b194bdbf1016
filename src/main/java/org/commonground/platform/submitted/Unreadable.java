package org.commonground.platform.submitted;

/**
 * A value is not written as it must be. The message says what was expected, never what was given. A type's own {@code
 * of(String)} throws it where it can say so better than we.
 */
public final class Unreadable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String expected) {
        super(expected);
    }

    /** Nobody looks for where it was thrown. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
