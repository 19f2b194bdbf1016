package org.commonground.account;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;
import org.commonground.platform.personal.WrittenAsPhone;

/**
 * What is known about somebody who decides for community groups: a mail address or a phone number at least.
 *
 * @param username what they sign in with, as for {@code KeepStaff}; null for somebody without an account
 * @param mail where offers are announced, or null
 * @param phone where the link worker rings them, or null
 */
public record KeepOrganiser(
        @Username String username,

        @NotNull(message = "Enter a name") @Written(upTo = 200)
        PersonName name,

        @WrittenAsMail MailAddress mail,
        @WrittenAsPhone Phone phone) {

    public KeepOrganiser {
        username = Usernames.normal(username);
    }

    /** Shows no person. */
    @Override
    public String toString() {
        return "KeepOrganiser[]";
    }
}
