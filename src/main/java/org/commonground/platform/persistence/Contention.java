package org.commonground.platform.persistence;

/**
 * Recognises the failure of a transaction that only lost a race and may succeed when it is done again. Rooms with
 * exceptions of their own (the engine) contribute one as a bean.
 */
@FunctionalInterface
public interface Contention {

    /** Whether this one exception, its causes apart, tells of a lost race. */
    boolean isToldBy(Throwable exception);
}
