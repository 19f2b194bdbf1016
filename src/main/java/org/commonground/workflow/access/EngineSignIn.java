package org.commonground.workflow.access;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.commonground.workflow.engine.EngineGroups;

/**
 * Tells the engine's web applications who has signed in with us. They keep what they are told in the session; it is
 * replaced when it is no longer what we say, so that a group or a neighbourhood taken away is gone with the next request.
 */
final class EngineSignIn extends ContainerBasedAuthenticationFilter {

    private final TenantDirectory directory;

    EngineSignIn(TenantDirectory directory) {
        this.directory = directory;
        authenticationProvider = new SignedInWithUs(directory);
    }

    /** Nothing to read: who provides is known. */
    @Override
    public void init(FilterConfig config) {}

    /** There is one engine, and whoever is here is signed in to it on every path. */
    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return ProcessEngines.NAME_DEFAULT;
    }

    @Override
    protected boolean existisAuthentication(Authentications known, String engine, String user) {
        Authentication authentication = known.getAuthenticationForProcessEngine(engine);
        return super.existisAuthentication(known, engine, user)
                && authentication instanceof UserAuthentication before
                && Set.copyOf(before.getGroupIds()).equals(groups())
                && Set.copyOf(before.getTenantIds()).equals(tenants());
    }

    private static Set<String> groups() {
        return SignedInWithUs.current().map(EngineGroups::of).map(Set::copyOf).orElse(Set.of());
    }

    private Set<String> tenants() {
        return SignedInWithUs.current().map(directory::of).orElse(Set.of());
    }
}
