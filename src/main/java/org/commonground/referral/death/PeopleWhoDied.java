package org.commonground.referral.death;

import java.util.UUID;
import org.commonground.correspondence.Deceased;
import org.commonground.person.People;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the outbox who has died. */
@Component
class PeopleWhoDied implements Deceased {

    private final Referrals referrals;
    private final People people;
    private final Deaths deaths;

    PeopleWhoDied(Referrals referrals, People people, Deaths deaths) {
        this.referrals = referrals;
        this.people = people;
        this.deaths = deaths;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasDied(UUID referral) {
        return people.hasDied(referrals.find(new ReferralId(referral)).person());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayHaveDied(UUID referral) {
        return deaths.mayHaveDied(new ReferralId(referral));
    }
}
