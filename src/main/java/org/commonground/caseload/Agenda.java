package org.commonground.caseload;

import java.util.List;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits, when it is whose turn: so that nobody waits without a day and an owner. The caller checks who reads. */
@Service
@Transactional(readOnly = true)
public class Agenda {

    private final AgendaRepository items;

    Agenda(AgendaRepository items) {
        this.items = items;
    }

    /** Everything that waits about one referral, the soonest first. */
    public List<AgendaItem> of(ReferralId referral) {
        return items.of(referral);
    }
}
