package org.commonground.web.security;

import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the log tells about signing in: account ids only. What somebody typed as a username is never written, because
 * it may be a password, or a person's name.
 */
@Component
class SignInLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.commonground.sign-in");
    private static final String UNKNOWN = "an unknown username";

    private final Accounts accounts;

    SignInLog(Accounts accounts) {
        this.accounts = accounts;
    }

    void signedIn(AccountId account) {
        LOG.info("signed in: account {}", account);
    }

    void signedOut(AccountId account) {
        LOG.info("signed out: account {}", account);
    }

    void refused(String username) {
        LOG.warn("sign-in refused: {}", accountOf(username));
    }

    void throttled(String username) {
        LOG.warn("sign-in closed after too many attempts: {}", accountOf(username));
    }

    private String accountOf(String username) {
        return accounts.byUsername(username)
                .map(Account::id)
                .map(id -> "account " + id)
                .orElse(UNKNOWN);
    }
}
