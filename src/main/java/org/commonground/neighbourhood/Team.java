package org.commonground.neighbourhood;

import org.commonground.account.AccountId;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.TeamId;

/**
 * The link workers of one neighbourhood, who share a task list.
 *
 * @param neighbourhood where it works; it stays there
 * @param lead the team lead's account; null until one is appointed
 * @param deputy the account that leads when the lead is away or gone; null where none is named
 * @param active false: it has ended, and nothing is sent to it any more
 */
public record Team(
        TeamId id, NeighbourhoodId neighbourhood, String name, AccountId lead, AccountId deputy, boolean active) {

    /** Whether an account is named as lead or deputy. */
    public boolean names(AccountId account) {
        return account.equals(lead) || account.equals(deputy);
    }
}
