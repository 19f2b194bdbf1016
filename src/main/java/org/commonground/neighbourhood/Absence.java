package org.commonground.neighbourhood;

import java.time.LocalDate;
import org.commonground.account.AccountId;

/**
 * Somebody is away.
 *
 * @param from first day away, in London
 * @param to last day away, inclusive
 * @param standIn who is asked in their place meanwhile
 */
public record Absence(AbsenceId id, AccountId account, LocalDate from, LocalDate to, AccountId standIn) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
