package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.Personal;

/**
 * Whether the person came to the first session.
 *
 * @param note how it went, or what is known about why the person did not come
 */
public record RecordFirstSession(
        @NotNull(message = "Say whether the person came") Attendance firstSession,

        @Size(max = 2000, message = "Use at most 2,000 characters")
        String note) {

    @Override
    public String toString() {
        return "RecordFirstSession[firstSession=" + firstSession + ", " + Personal.HIDDEN + "]";
    }
}
