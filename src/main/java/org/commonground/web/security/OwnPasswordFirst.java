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
 * Whoever has a password that was made for them chooses their own before anything else: pages lead to where they do,
 * scripts are refused.
 */
final class OwnPasswordFirst extends OncePerRequestFilter {

    static final String PASSWORD = "/password";

    private static final RequestMatcher OPEN =
            DecodedPath.of(PASSWORD, "/sign-out", SecurityChains.SIGN_IN, "/assets/**", "/favicon.ico", "/error");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean waits = who instanceof ActorAuthentication actor
                && actor.account() != null
                && actor.account().temporaryPassword();
        return !waits || OPEN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HttpMethod.GET.matches(request.getMethod()) && !ScriptRefusal.SCRIPTS.matches(request)) {
            response.sendRedirect(request.getContextPath() + PASSWORD);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
