package org.commonground.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.commonground.platform.personal.MailAddress;

/**
 * Asks for a practice.
 *
 * @param odsCode 3 to 10 letters and digits; small letters become capital ones
 * @param team the link workers its referrals go to
 */
public record NewPractice(
        @NotNull(message = "Enter the practice's ODS code")
        @Pattern(regexp = "[A-Z0-9]{3,10}", message = "ODS code must be 3 to 10 letters and digits")
        String odsCode,

        @NotBlank(message = "Enter the practice's name") String name,

        @NotNull(message = "Enter the practice's mail address")
        MailAddress mail,

        @NotNull(message = "Choose a team") TeamId team) {

    public NewPractice {
        odsCode = odsCode == null ? null : odsCode.strip().toUpperCase(Locale.ROOT);
    }
}
