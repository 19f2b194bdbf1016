package org.commonground.placement;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one placement: one person and one group, from choice to the first session or a no. */
public record PlacementId(UUID value) {

    public static PlacementId next() {
        return new PlacementId(Ids.next());
    }

    public static PlacementId of(String text) {
        return new PlacementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
