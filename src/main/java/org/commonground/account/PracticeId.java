package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one GP practice. */
public record PracticeId(UUID value) {

    public static PracticeId next() {
        return new PracticeId(Ids.next());
    }

    public static PracticeId of(String text) {
        return new PracticeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
