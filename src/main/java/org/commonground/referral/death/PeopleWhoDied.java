package org.commonground.referral.death;

import java.util.UUID;
import org.commonground.correspondence.Deceased;
import org.commonground.person.PersonRepository;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the outbox who has died. */
@Component
class PeopleWhoDied implements Deceased {

    private final PersonRepository people;
    private final DeathRepository deaths;

    PeopleWhoDied(PersonRepository people, DeathRepository deaths) {
        this.people = people;
        this.deaths = deaths;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasDied(UUID referral) {
        return people.hasDied(new ReferralId(referral));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayHaveDied(UUID referral) {
        return deaths.mayHaveDied(new ReferralId(referral));
    }
}
