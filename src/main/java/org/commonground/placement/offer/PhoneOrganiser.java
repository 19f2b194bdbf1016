package org.commonground.placement.offer;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What came of phoning a group about an offer that still waits.
 *
 * @param reached whether somebody of the group was reached
 * @param spokenWith who it was
 * @param agreed what was agreed, or what was tried
 */
public record PhoneOrganiser(
        @NotNull(message = "Say whether you reached somebody")
        Boolean reached,

        @Written(upTo = 200) PersonName spokenWith,

        @Written(upTo = 2000) Narrative agreed) {

    public void requireWhole() {
        new Problems()
                .needSaid(reached, spokenWith, "spokenWith", "Say whom you spoke with")
                .needSaid(reached, agreed, "agreed", "Say what you agreed")
                .refuseIfWrong();
    }
}
