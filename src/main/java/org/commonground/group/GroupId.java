package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one community group. */
public record GroupId(UUID value) implements Comparable<GroupId> {

    public static GroupId next() {
        return new GroupId(Ids.next());
    }

    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    /** The order in which groups are locked: the text's, so that it is the same everywhere. */
    @Override
    public int compareTo(GroupId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
