package org.commonground.correspondence;

import java.time.Instant;

/**
 * When a message makes sense, as it is known when it is decided.
 *
 * @param notBefore it waits until then; null where it may go at once
 * @param notAfter from then on there is nothing to tell any more; null where that depends on no day
 */
public record Window(Instant notBefore, Instant notAfter) {

    public static final Window ALWAYS = new Window(null, null);

    /** What is to come at that moment is told only before. */
    public static Window until(Instant moment) {
        return new Window(null, moment);
    }
}
