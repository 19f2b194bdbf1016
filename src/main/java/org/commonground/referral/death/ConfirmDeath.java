package org.commonground.referral.death;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What a team found out about their own person after a death was recorded for somebody with the same NHS number.
 *
 * @param how how they know, such as whom at the practice they asked
 */
public record ConfirmDeath(
        @NotNull(message = "Choose whether the person has died")
        Answer died,

        @NotNull(message = "Say how you know") @Written(upTo = 1000)
        Narrative how) {

    /** Whether it is their person. */
    public enum Answer implements Worded {
        DIED,
        SOMEBODY_ELSE;
    }
}
