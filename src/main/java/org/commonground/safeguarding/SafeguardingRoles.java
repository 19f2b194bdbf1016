package org.commonground.safeguarding;

import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.platform.refusal.Refusal;

/** The two who may read and decide: the safeguarding lead and the deputy. */
final class SafeguardingRoles {

    private SafeguardingRoles() {}

    /** The actor, where they may; everybody else is refused without a hint whether the concern exists. */
    static Actor.SignedIn require(Actor actor) {
        if (actor instanceof Actor.SignedIn somebody
                && (somebody.has(Role.SAFEGUARDING_LEAD) || somebody.has(Role.SAFEGUARDING_DEPUTY))) {
            return somebody;
        }
        throw Refusal.notAllowed("Only the safeguarding lead and the deputy may see a concern");
    }

    /** The role they act in here, whatever else they are. */
    static String word(Actor actor) {
        return (require(actor).has(Role.SAFEGUARDING_LEAD) ? Role.SAFEGUARDING_LEAD : Role.SAFEGUARDING_DEPUTY).word();
    }
}
