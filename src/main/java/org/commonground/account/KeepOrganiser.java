package org.commonground.account;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;

/**
 * What is known about somebody who decides for community groups.
 *
 * @param username as for {@code KeepStaff}
 * @param mail where offers are announced
 */
public record KeepOrganiser(
        @Username String username,

        @NotNull(message = "Enter a name") @Written(upTo = 200)
        PersonName name,

        @NotNull(message = "Enter a mail address") @WrittenAsMail
        MailAddress mail) {

    public KeepOrganiser {
        username = Usernames.normal(username);
    }

    /** Shows no person. */
    @Override
    public String toString() {
        return "KeepOrganiser[]";
    }
}
