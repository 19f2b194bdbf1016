package org.commonground.safeguarding;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * Somebody has seen or heard something that worries them.
 *
 * @param request made once when the page is opened, so that sending it twice raises one concern
 * @param referral the referral whose person it is about, or null where it is about a group alone
 * @param group the community group it is about, or null
 * @param immediateDanger whether somebody is in danger now
 * @param what what was seen or said, in the raiser's words
 * @param task the engine's id of the task it came from, or null; that task stays open
 */
public record RaiseConcern(
        @NotNull UUID request,
        UUID referral,
        UUID group,

        @NotNull(message = "Say whether somebody is in immediate danger")
        Boolean immediateDanger,

        @NotNull(message = "Say what happened")
        @Written(upTo = 4000, message = "What happened must be 4,000 characters or less")
        Narrative what,

        @Size(max = 64) String task) {

    @AssertTrue(message = "A concern is about a referral, a group or both")
    boolean isAboutSomething() {
        return referral != null || group != null;
    }
}
