package org.commonground.neighbourhood;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;

/** What is known about a neighbourhood; meanings are those of {@link Neighbourhood}. */
public record KeepNeighbourhood(
        @NotBlank(message = "Enter the neighbourhood's name, as people know it")
        @Size(max = 80, message = "Use at most 80 characters")
        String name,

        @NotNull(message = "Enter the service's phone number there")
        @Written(upTo = 30, like = "[0-9+() -]{5,30}", message = "Enter a phone number such as 01632 960001")
        Phone phone,

        @NotBlank(message = "Say when the phone is answered, such as Monday to Friday, 9am to 5pm")
        @Size(max = 120, message = "Use at most 120 characters")
        String hours,

        @WrittenAsMail MailAddress replyTo) {

    public KeepNeighbourhood {
        name = name == null ? null : name.strip();
        hours = hours == null ? null : hours.strip();
    }

    /** What is known about a neighbourhood that is kept. */
    public static KeepNeighbourhood of(Neighbourhood kept) {
        return new KeepNeighbourhood(kept.name(), kept.phone(), kept.hours(), kept.replyTo());
    }
}
