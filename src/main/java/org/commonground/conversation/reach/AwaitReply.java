package org.commonground.conversation.reach;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What somebody said who got in touch after the last letter.
 *
 * @param declinedBecause why, where they decline
 * @param askAgainOn the day we ask again, where they are not ready
 * @param meeting when and where we talk, where they want to
 * @param mayMail whether they want the appointment by mail, and it is safe; null where it was not asked
 * @param note what to remember, for whoever talks with the person next
 */
public record AwaitReply(
        @NotNull(message = "Choose what they said") Reply reply,
        DeclinedBecause declinedBecause,
        LocalDate askAgainOn,
        @Flat @Valid Meeting meeting,
        Boolean mayMail,

        @Written(upTo = 4000, message = "The note must be 4,000 characters or less")
        Narrative note) {

    public AwaitReply {
        meeting = meeting == null ? Meeting.NONE : meeting;
    }
}
