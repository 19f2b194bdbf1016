package org.commonground.referral;

import java.util.UUID;
import org.commonground.correspondence.Deceased;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the outbox who has died. */
@Component
class PeopleWhoDied implements Deceased {

    private final PersonRepository people;

    PeopleWhoDied(PersonRepository people) {
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasDied(UUID referral) {
        return people.hasDied(new ReferralId(referral));
    }
}
