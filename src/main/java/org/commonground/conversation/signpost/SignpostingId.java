package org.commonground.conversation.signpost;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one signposting of a person. */
public record SignpostingId(UUID value) {

    static SignpostingId next() {
        return new SignpostingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
