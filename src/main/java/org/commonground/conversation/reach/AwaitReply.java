package org.commonground.conversation.reach;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What somebody said who got in touch after the last letter.
 *
 * @param declinedBecause why, where they decline
 * @param askAgainOn the day we ask again, where they are not ready
 * @param conversationOn the day we talk, where they want to
 * @param conversationAt the time we talk, London's
 * @param conversationPlace where we talk, or how
 * @param mayMail whether they want the appointment by mail, and it is safe; null where it was not asked
 * @param note what to remember, for whoever talks with the person next
 */
public record AwaitReply(
        @NotNull(message = "Choose what they said") Reply reply,
        DeclinedBecause declinedBecause,
        LocalDate askAgainOn,
        LocalDate conversationOn,
        LocalTime conversationAt,

        @Written(upTo = 200, message = "Where you talk must be 200 characters or less")
        Narrative conversationPlace,

        Boolean mayMail,

        @Written(upTo = 4000, message = "The note must be 4,000 characters or less")
        Narrative note) {

    Meeting meeting() {
        return new Meeting(conversationOn, conversationAt, conversationPlace, mayMail);
    }
}
