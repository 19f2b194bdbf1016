package org.commonground.correspondence;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one message: to one recipient, however often and by whichever way it is tried. */
public record MessageId(UUID value) {

    public static MessageId next() {
        return new MessageId(Ids.next());
    }

    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
