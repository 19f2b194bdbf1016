package org.commonground.crisis;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one declared crisis. */
public record CrisisId(UUID value) {

    public static CrisisId next() {
        return new CrisisId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
