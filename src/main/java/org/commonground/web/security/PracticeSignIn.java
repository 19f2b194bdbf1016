package org.commonground.web.security;

import org.commonground.neighbourhood.PracticeEnded;
import org.commonground.neighbourhood.Practices;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets practices' systems in by ODS code and key; one that refers no more is told so, if its key is right. A key has 256 random bits, so attempts need not be counted. */
@Component
class PracticeSignIn implements AuthenticationProvider {

    private final Practices practices;

    PracticeSignIn(Practices practices) {
        this.practices = practices;
    }

    @Override
    public ActorAuthentication authenticate(Authentication attempt) {
        try {
            return practices
                    .authenticate(attempt.getName(), String.valueOf(attempt.getCredentials()))
                    .map(ActorAuthentication::of)
                    .orElseThrow(() -> new BadCredentialsException("Wrong ODS code or key"));
        } catch (PracticeEnded ended) {
            throw new AccountExpiredException(ended.getMessage());
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
