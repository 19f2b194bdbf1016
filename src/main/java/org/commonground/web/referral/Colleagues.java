package org.commonground.web.referral;

import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Signers;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.PersonName;
import org.springframework.stereotype.Component;

/** The names of those who work with a person, for those who do so too. */
@Component
class Colleagues {

    private final Accounts accounts;
    private final Signers signers;

    Colleagues(Accounts accounts, Signers signers) {
        this.accounts = accounts;
        this.signers = signers;
    }

    /** Null for nobody, or somebody unknown. */
    String name(AccountId account) {
        return account == null
                ? null
                : accounts.find(account)
                        .map(known -> known.displayName().text())
                        .orElse(null);
    }

    /** Null for nobody, or somebody unknown. */
    String name(Signature signature) {
        return signers.name(signature).map(PersonName::text).orElse(null);
    }
}
