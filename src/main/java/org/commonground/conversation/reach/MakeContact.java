package org.commonground.conversation.reach;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.person.Way;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What came of one attempt to reach a person.
 *
 * @param way the way that was used
 * @param whyThisWay where it is not marked safe: what the person or the practice said about using it
 * @param nowSafe ticked where that way counts as safe from now on
 * @param declinedBecause why, where the person declines
 * @param nextContactOn when to try again, where there was no answer (null for the usual number of days), or to ask
 *     again, where they are not ready
 * @param meeting when and where we talk, where they want to
 * @param mayMail whether they want the appointment by mail, and it is safe; null where it was not asked
 * @param note what to remember, for whoever talks with the person next
 */
public record MakeContact(
        @NotNull(message = "Choose the way you used") Way way,

        @Written(upTo = 500, message = "What was said about this way must be 500 characters or less")
        Narrative whyThisWay,

        Boolean nowSafe,

        @NotNull(message = "Choose what came of it") ContactResult result,

        DeclinedBecause declinedBecause,
        LocalDate nextContactOn,
        @Flat @Valid Meeting meeting,
        Boolean mayMail,

        @Written(upTo = 4000, message = "The note must be 4,000 characters or less")
        Narrative note) {

    public MakeContact {
        meeting = meeting == null ? Meeting.NONE : meeting;
    }
}
