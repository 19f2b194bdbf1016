package org.commonground.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads whoever is signed in anew for each request: a role taken away is gone at once; a closed account is signed out,
 * and so is every session that began with a password that is theirs no longer, however long it would have lasted.
 */
final class FreshActor extends OncePerRequestFilter {

    private final Accounts accounts;

    FreshActor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && before.getPrincipal() instanceof Actor.SignedIn signedIn) {
            Optional<Account> account =
                    accounts.find(signedIn.account()).filter(Account::active).filter(now -> isStillTheirs(before, now));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            account.map(ActorAuthentication::of).ifPresent(context::setAuthentication);
            SecurityContextHolder.setContext(context);
            if (account.isEmpty()) {
                endSession(request);
            }
        }
        chain.doFilter(request, response);
    }

    /** Whether the password they signed in with is still theirs; a practice's key is asked for each time. */
    private static boolean isStillTheirs(Authentication before, Account now) {
        return before instanceof ActorAuthentication actor
                && actor.account() != null
                && actor.account().passwordMark().equals(now.passwordMark());
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
