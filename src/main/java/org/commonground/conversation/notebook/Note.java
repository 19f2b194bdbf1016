package org.commonground.conversation.notebook;

import java.time.Instant;
import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;

/**
 * What somebody wrote down: after a contact or a conversation that a task asked for, or after one that none did.
 *
 * @param at when it was
 * @param how how they were in touch, where no task asked for it; else null
 * @param with with whom, where no task asked for it; else null
 * @param by who wrote it
 */
public record Note(UUID id, Instant at, ContactKind how, Narrative with, Narrative text, Signature by) {

    /** One that a form brought. */
    static Note of(Instant at, Narrative text, Signature by) {
        return new Note(Ids.next(), at, null, null, text, by);
    }

    /** Hides what was written. */
    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}
