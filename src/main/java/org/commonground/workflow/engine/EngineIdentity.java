package org.commonground.workflow.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who the engine believes is acting on this thread: an account's id, set by the web applications' filter for each of
 * their requests. While somebody is named the wall refuses whatever changes anything; the task port, having decided by
 * itself, puts the name aside for the time it works.
 */
@Component
public class EngineIdentity {

    private final ObjectProvider<IdentityService> identities;

    EngineIdentity(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    /** The acting account's id; empty where nobody is named. */
    public Optional<String> user() {
        return Optional.ofNullable(identities.getObject().getCurrentAuthentication())
                .map(Authentication::getUserId);
    }

    /** Does something with nobody named, and names whoever was named before again, whatever happens. */
    public <T> T aside(Supplier<T> work) {
        IdentityService identity = identities.getObject();
        Authentication named = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (named != null) {
                identity.setAuthentication(named);
            }
        }
    }
}
