package org.commonground.workflow.tasks;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NewAccount;
import org.commonground.account.Role;
import org.commonground.workflow.engine.EngineGroups;

/** Makes accounts and names them to the engine, as the web applications' filter does for each request. */
final class SignedIn {

    private final Accounts accounts;
    private final IdentityService identity;

    SignedIn(Accounts accounts, IdentityService identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    Account account(Role role, UUID... groups) {
        NewAccount asked = NewAccount.of("user-" + UUID.randomUUID(), "a long enough password", "Some Body", null, role)
                .inGroups(groups);
        return accounts.create(asked, Actor.SYSTEM);
    }

    void as(Account account) {
        identity.setAuthentication(account.id().toString(), List.copyOf(EngineGroups.of(account.asActor())));
    }

    void nobody() {
        identity.clearAuthentication();
    }
}
