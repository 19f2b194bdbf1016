package org.commonground.conversation.reach;

import java.time.LocalDate;
import java.util.List;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to reach a person so far, what is usual next, and until when a reply is waited for. */
@Service
@Transactional
public class ContactAttempts {

    private final ContactRepository contacts;
    private final Referrals referrals;
    private final Neighbourhoods neighbourhoods;
    private final WorkingDays days;

    ContactAttempts(ContactRepository contacts, Referrals referrals, Neighbourhoods neighbourhoods, WorkingDays days) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.neighbourhoods = neighbourhoods;
        this.days = days;
    }

    /** First attempt first. */
    @Transactional(readOnly = true)
    public List<Attempt> of(ReferralId id) {
        return contacts.attempts(id, referrals.keyOf(id));
    }

    /** The attempts since the person was last reached: which is next, and what it should be. */
    @Transactional(readOnly = true)
    public Round roundOf(ReferralId id) {
        return Round.of(of(id), contacts.lastReply(id));
    }

    /** The numbers of the referral's neighbourhood. */
    @Transactional(readOnly = true)
    public Numbers numbersFor(ReferralId id) {
        return neighbourhoods.numbersOf(referrals.find(id).neighbourhood());
    }

    /** The day somebody tries again unless they choose another. */
    public LocalDate usualNextContact(Numbers numbers) {
        return days.after(days.today(), numbers.contactDaysApart());
    }

    /** Until when we wait for somebody to whom we write today. */
    @Transactional(readOnly = true)
    public LocalDate replyBy(ReferralId id) {
        return days.after(days.today(), numbersFor(id).replyWithin());
    }
}
