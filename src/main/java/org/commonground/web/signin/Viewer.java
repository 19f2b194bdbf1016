package org.commonground.web.signin;

import org.commonground.account.Account;
import org.commonground.account.Role;

/**
 * Whoever looks at a page, for what stands around it. Every template finds it as {@code viewer}, null where nobody is
 * signed in.
 *
 * @param name as screens show it
 * @param tasks whether they may have tasks
 * @param numbers whether they may open Cockpit
 * @param leads whether they lead a team today
 * @param setsUp whether they set up practices, people and groups
 * @param practice whether they work at a practice, and have its pages and nothing else
 * @param people whether they work with people in a team, and may look for one
 * @param decides whether they decide for groups
 */
public record Viewer(
        String name,
        boolean tasks,
        boolean numbers,
        boolean leads,
        boolean setsUp,
        boolean practice,
        boolean people,
        boolean decides) {

    static Viewer of(Account account, boolean leads) {
        return new Viewer(
                account.displayName().text(),
                account.roles().stream().anyMatch(role -> role != Role.MANAGER && role != Role.PRACTICE_STAFF),
                account.has(Role.MANAGER) || account.has(Role.ADMINISTRATOR),
                leads,
                account.has(Role.ADMINISTRATOR),
                account.has(Role.PRACTICE_STAFF),
                leads || account.teams().stream().anyMatch(account::worksIn),
                account.has(Role.ORGANISER));
    }
}
