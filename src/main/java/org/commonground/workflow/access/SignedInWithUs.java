package org.commonground.workflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.commonground.account.Actor;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Answers the engine's question who is there: the account that is signed in, with its engine groups and tenants. */
final class SignedInWithUs implements AuthenticationProvider {

    private final TenantDirectory tenants;

    SignedInWithUs(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    /** Whoever makes this request; empty for a practice, and where nobody is signed in. */
    static Optional<Actor.SignedIn> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor.SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return current().map(this::known).orElseGet(AuthenticationResult::unsuccessful);
    }

    /** The filter answers 401 by itself, and no password may be sent from here. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    private AuthenticationResult known(Actor.SignedIn person) {
        AuthenticationResult result =
                AuthenticationResult.successful(person.account().toString());
        result.setGroups(List.copyOf(EngineGroups.of(person)));
        result.setTenants(List.copyOf(tenants.of(person)));
        return result;
    }
}
