package org.commonground.neighbourhood;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one absence. */
public record AbsenceId(UUID value) {

    public static AbsenceId next() {
        return new AbsenceId(Ids.next());
    }

    public static AbsenceId of(String text) {
        return new AbsenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
