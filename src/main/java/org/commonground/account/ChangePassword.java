package org.commonground.account;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for another password of one's own.
 *
 * @param chosen 12 to 72 characters; kept as a hash only
 * @param again the same once more
 */
public record ChangePassword(
        @NotNull(message = "Enter your present password") String current,

        @NotNull(message = "Enter a new password")
        @Size(min = 12, max = 72, message = "The new password must have 12 to 72 characters")
        String chosen,

        String again) {

    @AssertTrue(message = "Enter the new password the same way twice")
    boolean isTypedTwice() {
        return chosen == null || chosen.equals(again);
    }

    @AssertTrue(message = "Choose another password than the one of now")
    boolean isAnother() {
        return chosen == null || !chosen.equals(current);
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
