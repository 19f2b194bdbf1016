package org.commonground.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;

/**
 * What is known about somebody who decides for community groups.
 *
 * @param username as for {@link KeepStaff}
 * @param mail where offers are announced
 */
public record KeepOrganiser(
        @NotNull(message = "Enter a username")
        @Pattern(
                regexp = NewAccount.USERNAME,
                message = "Username must be 2 to 64 letters, digits, dots, hyphens, underscores or @")
        String username,

        @NotNull(message = "Enter a name") @Written(upTo = 200)
        PersonName name,

        @NotNull(message = "Enter a mail address")
        @Written(
                upTo = 254,
                like = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
                message = "Enter a mail address such as name@example.org")
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
