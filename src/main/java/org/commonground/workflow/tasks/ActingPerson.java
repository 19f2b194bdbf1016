package org.commonground.workflow.tasks;

import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.platform.refusal.Refusal;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** Who acts in the web applications on this thread, as our accounts know them now. */
@Component
class ActingPerson {

    private final EngineIdentity identity;
    private final Accounts accounts;

    ActingPerson(EngineIdentity identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    /** @throws TaskRefused where nobody is named, or the account is closed */
    Actor.SignedIn now() {
        return identity.user().map(this::actor).orElseThrow(ActingPerson::nobody);
    }

    private Actor.SignedIn actor(String user) {
        try {
            return accounts.actorOf(AccountId.of(user));
        } catch (Refusal | IllegalArgumentException unknown) {
            throw nobody();
        }
    }

    private static TaskRefused nobody() {
        return new TaskRefused(TaskRefused.Why.NOT_ALLOWED, "Please sign in again.");
    }
}
