package org.commonground.neighbourhood;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.account.AccountId;

/**
 * Says that somebody is away, and who stands in.
 *
 * @param from first day away
 * @param to last day away, inclusive; at most a year after the first
 */
public record RecordAbsence(
        @NotNull(message = "Say who is away") AccountId account,
        @NotNull(message = "Enter the first day away") LocalDate from,
        @NotNull(message = "Enter the last day away") LocalDate to,
        @NotNull(message = "Choose who stands in") AccountId standIn) {

    @AssertTrue(message = "The last day away must be the first day or later")
    boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    @AssertTrue(message = "An absence lasts at most a year")
    boolean isShortEnough() {
        return from == null || to == null || !to.isAfter(from.plusYears(1));
    }
}
