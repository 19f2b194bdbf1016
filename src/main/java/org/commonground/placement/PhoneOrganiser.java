package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.Personal;

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

        @Size(max = 200, message = "Use at most 200 characters")
        String spokenWith,

        @Size(max = 2000, message = "Use at most 2,000 characters")
        String agreed) {

    void requireWhole() {
        new Answers()
                .needText(reached, spokenWith, "spokenWith", "Say whom you spoke with")
                .needText(reached, agreed, "agreed", "Say what you agreed")
                .refuseIfWrong();
    }

    @Override
    public String toString() {
        return "PhoneOrganiser[reached=" + reached + ", " + Personal.HIDDEN + "]";
    }
}
