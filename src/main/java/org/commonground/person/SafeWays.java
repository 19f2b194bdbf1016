package org.commonground.person;

import java.util.EnumMap;
import java.util.Map;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/** Safe ways and times of contact, as a practice or the person says them; a way left out is unknown. */
public record SafeWays(
        Safety call,
        Safety voicemail,
        Safety text,
        Safety mail,
        Safety letter,
        @Written(upTo = 500) Narrative whoMayAnswer,
        @Written(upTo = 500) Narrative bestTimes) {

    public SafeContact asSafeContact() {
        Map<Way, Safety> ways = new EnumMap<>(Way.class);
        ways.put(Way.CALL, orUnknown(call));
        ways.put(Way.VOICEMAIL, orUnknown(voicemail));
        ways.put(Way.TEXT, orUnknown(text));
        ways.put(Way.MAIL, orUnknown(mail));
        ways.put(Way.LETTER, orUnknown(letter));
        return new SafeContact(ways, whoMayAnswer, bestTimes);
    }

    private static Safety orUnknown(Safety safety) {
        return safety == null ? Safety.UNKNOWN : safety;
    }
}
