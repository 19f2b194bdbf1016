package org.commonground.account;

import org.commonground.platform.refusal.Refusal;

/** What our tables keep of an actor. */
public final class Actors {

    private Actors() {}

    /** The account of somebody signed in; null for everybody else. */
    public static AccountId account(Actor actor) {
        return actor instanceof Actor.SignedIn signedIn ? signedIn.account() : null;
    }

    /** Whose signature stands under what they record; nobody but a person who is signed in has one. */
    public static AccountId signer(Actor actor) {
        if (actor instanceof Actor.SignedIn somebody) {
            return somebody.account();
        }
        throw Refusal.notAllowed("Only a person who is signed in can record this");
    }
}
