package org.commonground.person;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one person as one referral knows them. */
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
