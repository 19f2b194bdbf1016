package org.commonground.account;

/** What our tables keep of an actor. */
public final class Actors {

    private Actors() {}

    /** The account of somebody signed in; null for everybody else. */
    public static AccountId account(Actor actor) {
        return actor instanceof Actor.SignedIn signedIn ? signedIn.account() : null;
    }
}
