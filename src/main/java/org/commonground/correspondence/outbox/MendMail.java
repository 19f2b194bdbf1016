package org.commonground.correspondence.outbox;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.commonground.correspondence.channel.Addresses;
import org.commonground.platform.personal.MailAddress;

/**
 * What is done about a mail that could not be delivered.
 *
 * @param address the right address, where the known one is wrong; null where it stays as it is
 */
public record MendMail(
        @NotNull(message = "Choose how they will hear") Mend mend, MailAddress address) {

    @AssertTrue(message = "Enter one mail address like name@example.org")
    boolean isAddress() {
        return address == null || Addresses.of(address).isPresent();
    }
}
