package org.commonground.referral.duplicate;

import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What practices asked for about one person: whoever works with them reads all of it. */
@Service
@Transactional(readOnly = true)
public class Requests {

    private final Referrals referrals;
    private final DuplicateRepository duplicates;

    Requests(Referrals referrals, DuplicateRepository duplicates) {
        this.referrals = referrals;
        this.duplicates = duplicates;
    }

    /** What the practice asked for, and whatever was asked for the same person by requests that were joined to it. */
    public Request of(ReferralId id) {
        return duplicates.joinedOnto(id).stream()
                .map(referrals::requestOf)
                .reduce(referrals.requestOf(id), Request::and);
    }
}
