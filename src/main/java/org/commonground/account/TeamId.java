package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one team of link workers. */
public record TeamId(UUID value) {

    public static TeamId next() {
        return new TeamId(Ids.next());
    }

    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
