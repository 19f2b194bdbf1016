package org.commonground.correspondence;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one mail: one row of the outbox, one recipient. */
public record MailId(UUID value) {

    public static MailId next() {
        return new MailId(Ids.next());
    }

    public static MailId of(String text) {
        return new MailId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
