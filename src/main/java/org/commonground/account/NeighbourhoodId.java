package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one neighbourhood. */
public record NeighbourhoodId(UUID value) {

    public static NeighbourhoodId next() {
        return new NeighbourhoodId(Ids.next());
    }

    public static NeighbourhoodId of(String text) {
        return new NeighbourhoodId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
