package org.commonground.account;

import org.commonground.platform.Signature;
import org.commonground.platform.refusal.Refusal;

/** Who may put their name to something. */
public final class Actors {

    private Actors() {}

    /** The signature under what only somebody can say: no practice's system, and no timer. */
    public static Signature signer(Actor actor) {
        return switch (actor.signature().kind()) {
            case ACCOUNT, ORGANISER, PERSON -> actor.signature();
            case PRACTICE, SYSTEM -> throw Refusal.notAllowed("Only a person can record this");
        };
    }
}
