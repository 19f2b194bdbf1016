package org.commonground.account;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one organiser. */
public record OrganiserId(UUID value) {

    public static OrganiserId next() {
        return new OrganiserId(Ids.next());
    }

    public static OrganiserId of(String text) {
        return new OrganiserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
