package org.commonground.neighbourhood;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;

/**
 * What is known about a practice.
 *
 * @param odsCode 3 to 10 letters and digits; small letters become capital ones
 * @param team the link workers its referrals go to
 * @param dutyName whom to ask for when a clinician is needed the same day, and
 * @param dutyPhone on which number; both or neither
 * @param validUntil the last day its key is taken; null for no end
 * @param successor the practice that takes over after that day, at once where there is none; may be null
 */
public record KeepPractice(
        @NotNull(message = "Enter the practice's ODS code")
        @Pattern(regexp = "[A-Z0-9]{3,10}", message = "ODS code must be 3 to 10 letters and digits")
        String odsCode,

        @NotBlank(message = "Enter the practice's name") @Size(max = 120, message = "Use at most 120 characters")
        String name,

        @NotNull(message = "Enter the practice's mail address") @WrittenAsMail
        MailAddress mail,

        @NotNull(message = "Choose a team") TeamId team,
        @Written(upTo = 200) PersonName dutyName,

        @Written(upTo = 30, like = "[0-9+() -]{5,30}", message = "Enter a phone number such as 01632 960001")
        Phone dutyPhone,

        LocalDate validUntil,
        PracticeId successor) {

    public KeepPractice {
        odsCode = odsCode == null ? null : odsCode.strip().toUpperCase(Locale.ROOT);
        name = name == null ? null : name.strip();
    }

    @AssertTrue(message = "Enter the duty clinician's name and number, or neither")
    boolean isDutyWhole() {
        return (dutyName == null) == (dutyPhone == null);
    }

    /** What is known about a practice that is kept. */
    public static KeepPractice of(Practice practice) {
        return new KeepPractice(
                practice.odsCode(),
                practice.name(),
                practice.mail(),
                practice.team(),
                practice.duty().map(DutyContact::name).orElse(null),
                practice.duty().map(DutyContact::phone).orElse(null),
                practice.validUntil().orElse(null),
                practice.successor().orElse(null));
    }
}
