package org.commonground.account;

import org.commonground.platform.refusal.Refusal;

/** Accounts, teams and practices are kept by administrators, and by the system when it starts. */
final class Administration {

    private Administration() {}

    static void require(Actor actor) {
        boolean allowed = actor instanceof Actor.TheSystem
                || actor instanceof Actor.SignedIn signedIn && signedIn.has(Role.ADMINISTRATOR);
        if (!allowed) {
            throw Refusal.notAllowed("Only an administrator may do this");
        }
    }
}
