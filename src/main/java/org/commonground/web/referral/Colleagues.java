package org.commonground.web.referral;

import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.springframework.stereotype.Component;

/** The names of those who work with a person, for those who do so too. */
@Component
class Colleagues {

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Null for nobody, or somebody unknown. */
    String name(AccountId account) {
        return account == null
                ? null
                : accounts.find(account)
                        .map(known -> known.displayName().text())
                        .orElse(null);
    }
}
