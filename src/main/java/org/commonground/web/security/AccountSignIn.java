package org.commonground.web.security;

import org.commonground.account.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets people in by username and password, unless too many attempts have failed. */
@Component
class AccountSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignInLog log;

    AccountSignIn(Accounts accounts, SignInThrottle throttle, SignInLog log) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.log = log;
    }

    @Override
    public ActorAuthentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        String from = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        if (throttle.isClosed(username, from)) {
            log.throttled(username);
            throw new LockedException("Too many attempts");
        }
        return accounts.authenticate(username, String.valueOf(attempt.getCredentials()))
                .map(account -> {
                    throttle.succeeded(username, from);
                    log.signedIn(account.id());
                    return ActorAuthentication.of(account);
                })
                .orElseThrow(() -> {
                    throttle.failed(username, from);
                    log.refused(username);
                    return new BadCredentialsException("Wrong username or password");
                });
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
