package org.commonground.web.security;

import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Whoever is signed in and works here or decides for a group. A practice's people do not: what is added anywhere is
 * closed to them until somebody opens it.
 */
final class OurPeople {

    private OurPeople() {}

    static AuthorizationManager<RequestAuthorizationContext> only() {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                AuthorizationManagers.not(AuthorityAuthorizationManager.hasRole("PRACTICE_STAFF")));
    }
}
