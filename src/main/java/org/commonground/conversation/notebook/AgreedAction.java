package org.commonground.conversation.notebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonground.platform.personal.Narrative;

/**
 * Something that was agreed to be done.
 *
 * @param who whoever does it, as it was written: the person, a link worker, somebody else
 * @param doneAt null until somebody ticks it
 */
public record AgreedAction(UUID id, Narrative what, Narrative who, LocalDate by, Instant doneAt) {

    public boolean isDone() {
        return doneAt != null;
    }
}
