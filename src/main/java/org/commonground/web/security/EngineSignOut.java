package org.commonground.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signing out in Tasklist or Cockpit ends our session too. The engine goes first, so that its own token decides
 * whether the request was meant; without this the next page would sign the person in again by itself.
 */
final class EngineSignOut extends OncePerRequestFilter {

    private static final RequestMatcher SIGN_OUT = DecodedPath.of("/camunda/api/admin/auth/user/default/logout");

    private final SignOut signOut;

    EngineSignOut(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !SIGN_OUT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        signOut.clearDrafts().logout(request, response, who);
        chain.doFilter(request, response);
        if (HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            signOut.endSession().logout(request, response, who);
        }
    }
}
