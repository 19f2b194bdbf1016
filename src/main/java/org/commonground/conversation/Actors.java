package org.commonground.conversation;

import org.commonground.account.AccountId;
import org.commonground.account.Actor;

/** What our tables keep of an actor. */
final class Actors {

    private Actors() {}

    /** The account of somebody signed in; null for everybody else. */
    static AccountId account(Actor actor) {
        return actor instanceof Actor.SignedIn signedIn ? signedIn.account() : null;
    }
}
