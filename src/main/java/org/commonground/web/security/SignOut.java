package org.commonground.web.security;

import org.commonground.account.Actor;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Ends a session, ours and the engine's, which live in one and the same; by POST only. */
@Component
class SignOut {

    private final ClearSiteDataHeaderWriter storage = new ClearSiteDataHeaderWriter(Directive.STORAGE);
    private final LogoutHandler log;

    SignOut(SignInLog log) {
        this.log = (request, response, who) -> {
            if (who != null && who.getPrincipal() instanceof Actor.SignedIn signedIn) {
                log.signedOut(signedIn.account());
            }
        };
    }

    void configure(LogoutConfigurer<HttpSecurity> logout) {
        logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                .addLogoutHandler(clearDrafts())
                .addLogoutHandler(log)
                .logoutSuccessUrl(SecurityChains.SIGN_IN + "?signed-out");
    }

    /** Tasklist keeps half-filled forms in the browser's storage: the next person at it must not find them. */
    LogoutHandler clearDrafts() {
        return (request, response, who) -> storage.writeHeaders(request, response);
    }

    /** What ends the session itself. */
    LogoutHandler endSession() {
        return new CompositeLogoutHandler(log, new SecurityContextLogoutHandler());
    }
}
