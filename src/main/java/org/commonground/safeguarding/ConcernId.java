package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one safeguarding concern. */
public record ConcernId(UUID value) {

    public static ConcernId next() {
        return new ConcernId(Ids.next());
    }

    public static ConcernId of(String text) {
        return new ConcernId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
