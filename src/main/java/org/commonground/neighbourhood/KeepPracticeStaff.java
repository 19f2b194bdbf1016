package org.commonground.neighbourhood;

import jakarta.validation.constraints.NotNull;
import org.commonground.account.PracticeId;
import org.commonground.account.Username;
import org.commonground.account.Usernames;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;

/**
 * Asks for an account of somebody who works at a practice.
 *
 * @param username 2 to 64 of a–z, 0–9, dot, hyphen, underscore and @; capital letters become small ones
 * @param mail may be null
 * @param practice the one practice they refer for and hear about
 */
public record KeepPracticeStaff(
        @NotNull(message = "Enter a username") @Username String username,

        @NotNull(message = "Enter a name") @Written(upTo = 200)
        PersonName name,

        @WrittenAsMail MailAddress mail,

        @NotNull(message = "Choose a practice") PracticeId practice) {

    public KeepPracticeStaff {
        username = Usernames.normal(username);
    }

    /** Shows no person. */
    @Override
    public String toString() {
        return "KeepPracticeStaff[" + practice + "]";
    }
}
