package org.commonground.account;

import org.commonground.platform.refusal.Refusal;

/** Accounts, teams, practices and groups are kept by administrators, and by the system when it starts. */
public final class Administration {

    private Administration() {}

    /** @throws Refusal (not allowed) for everybody else */
    public static void require(Actor actor) {
        boolean allowed = actor instanceof Actor.TheSystem
                || actor instanceof Actor.SignedIn signedIn && signedIn.has(Role.ADMINISTRATOR);
        if (!allowed) {
            throw Refusal.notAllowed("Only an administrator may do this");
        }
    }
}
