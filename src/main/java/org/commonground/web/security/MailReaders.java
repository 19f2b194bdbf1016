package org.commonground.web.security;

import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may read what the embedded mail server caught. Mails to persons are among it: in the demo everybody is invented,
 * and whoever is signed in may see how the story goes on; anywhere else only an administrator may.
 */
final class MailReaders {

    private MailReaders() {}

    static AuthorizationManager<RequestAuthorizationContext> where(boolean demo) {
        return demo ? OurPeople.only() : AuthorityAuthorizationManager.hasRole("ADMINISTRATOR");
    }
}
