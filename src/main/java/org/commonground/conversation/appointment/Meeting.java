package org.commonground.conversation.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * When and where we agreed to talk, as a form's three fields say it.
 *
 * @param conversationAt London's time
 * @param conversationPlace where, or how: "by phone"
 */
public record Meeting(
        LocalDate conversationOn,
        LocalTime conversationAt,

        @Written(upTo = 200, message = "Where you talk must be 200 characters or less")
        Narrative conversationPlace) {

    public static final Meeting NONE = new Meeting(null, null, null);
}
