package org.commonground.referral.details;

import java.util.UUID;
import org.commonground.correspondence.MessageWay;
import org.commonground.correspondence.ToPeople;
import org.commonground.person.Person;
import org.commonground.person.PersonRepository;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.consent.ConsentRepository;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses the way a message goes to a person, at the moment it goes. */
@Component
@Transactional(readOnly = true)
class WaysToPeople implements ToPeople {

    private final ReferralRepository referrals;
    private final PersonRepository people;
    private final ConsentRepository consents;

    WaysToPeople(ReferralRepository referrals, PersonRepository people, ConsentRepository consents) {
        this.referrals = referrals;
        this.people = people;
        this.consents = consents;
    }

    @Override
    public MessageWay wayTo(UUID referral) {
        Person person = person(referral);
        boolean mail = person.mail().isPresent()
                && person.safeContact().isSafe(Way.MAIL)
                && consents.of(new ReferralId(referral), people.keyOf(person.id()))
                        .allow(Purpose.MAIL);
        if (mail) {
            return MessageWay.MAIL;
        }
        return mayWriteTo(person) ? MessageWay.LETTER : MessageWay.CALL;
    }

    @Override
    public boolean mayWriteTo(UUID referral) {
        return mayWriteTo(person(referral));
    }

    private static boolean mayWriteTo(Person person) {
        return person.address().isPresent() && person.safeContact().isSafe(Way.LETTER);
    }

    private Person person(UUID referral) {
        return people.find(
                referrals.find(new ReferralId(referral)).orElseThrow().person());
    }
}
