package org.commonground.referral.details;

import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Accounts;
import org.commonground.correspondence.MessageWay;
import org.commonground.correspondence.ToPeople;
import org.commonground.person.Person;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.linkworker.LinkWorkers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses the way a message goes to a person, at the moment it goes. */
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
    public MessageWay wayTo(UUID referral) {
        Person person = person(referral);
        boolean mail = person.mail().isPresent()
                && person.safeContact().isSafe(Way.MAIL)
                && consents.of(new ReferralId(referral)).allow(Purpose.MAIL);
        if (mail) {
            return MessageWay.MAIL;
        }
        return mayWriteTo(person) ? MessageWay.LETTER : MessageWay.CALL;
    }

    @Override
    public boolean mayWriteTo(UUID referral) {
        return mayWriteTo(person(referral));
    }

    @Override
    public Optional<String> linkWorkerOf(UUID referral) {
        return linkWorkers
                .of(new ReferralId(referral))
                .flatMap(accounts::find)
                .map(account -> account.displayName().text().split(" ", 2)[0]);
    }

    private static boolean mayWriteTo(Person person) {
        return person.address().isPresent() && person.safeContact().isSafe(Way.LETTER);
    }

    private Person person(UUID referral) {
        return referrals.personOf(new ReferralId(referral));
    }
}
