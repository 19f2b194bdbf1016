package org.commonground.account;

import java.util.List;
import org.commonground.platform.personal.Rebuilt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which words of their names accounts are found, where the installation has a new secret. */
@Service
@Transactional
public class AccountIndex implements Rebuilt {

    private final AccountRepository accounts;
    private final NameRepository names;

    AccountIndex(AccountRepository accounts, NameRepository names) {
        this.accounts = accounts;
        this.names = names;
    }

    @Override
    public String of() {
        return "accounts";
    }

    @Override
    public int writeMissing(int most) {
        List<AccountId> missing = names.accountsNotIndexed(most);
        accounts.all(missing).forEach(account -> names.write(account.id(), account.displayName()));
        return missing.size();
    }
}
