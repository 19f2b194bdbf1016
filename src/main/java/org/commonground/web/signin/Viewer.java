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
 */
public record Viewer(String name, boolean tasks, boolean numbers) {

    static Viewer of(Account account) {
        return new Viewer(
                account.displayName().text(),
                account.roles().stream().anyMatch(role -> role != Role.MANAGER),
                account.has(Role.MANAGER) || account.has(Role.ADMINISTRATOR));
    }
}
