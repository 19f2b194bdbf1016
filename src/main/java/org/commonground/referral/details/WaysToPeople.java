package org.commonground.referral.details;

import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Accounts;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.person.Person;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.linkworker.LinkWorkers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the ways to a person, at the moment a message goes. */
@Component
@Transactional(readOnly = true)
class WaysToPeople implements ToPeople {

    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final LinkWorkers linkWorkers;
    private final Accounts accounts;

    WaysToPeople(Referrals referrals, ConsentAnswers consents, LinkWorkers linkWorkers, Accounts accounts) {
        this.linkWorkers = linkWorkers;
        this.accounts = accounts;
        this.referrals = referrals;
        this.consents = consents;
    }

    @Override
    public Ways waysTo(UUID referral) {
        ReferralId id = new ReferralId(referral);
        Person person = referrals.personOf(id);
        return new Ways(
                consents.of(id).allow(Purpose.MAIL),
                person.safeContact(),
                person.mail().isPresent(),
                person.address().isPresent(),
                person.phone().isPresent() || person.otherPhone().isPresent());
    }

    @Override
    public Optional<String> linkWorkerOf(UUID referral) {
        return linkWorkers
                .of(new ReferralId(referral))
                .flatMap(accounts::find)
                .map(account -> account.displayName().text().split(" ", 2)[0]);
    }
}
