package org.commonground.account;

import java.util.Optional;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.PersonName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names behind signatures, for those who work with the person. */
@Component
@Transactional(readOnly = true)
public class Signers {

    private final AccountRepository accounts;
    private final OrganiserRepository organisers;

    Signers(AccountRepository accounts, OrganiserRepository organisers) {
        this.accounts = accounts;
        this.organisers = organisers;
    }

    /** Empty for the person themself, a practice's system and nobody, and for who is not known here. */
    public Optional<PersonName> name(Signature signature) {
        return switch (signature.kind()) {
            case ACCOUNT -> accounts.find(new AccountId(signature.id())).map(Account::displayName);
            case ORGANISER -> organisers.find(new OrganiserId(signature.id())).map(Organiser::name);
            case PERSON, PRACTICE, SYSTEM -> Optional.empty();
        };
    }
}
