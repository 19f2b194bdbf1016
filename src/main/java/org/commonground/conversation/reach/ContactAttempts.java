package org.commonground.conversation.reach;

import java.time.LocalDate;
import java.util.List;
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
    private final ContactSettings settings;
    private final WorkingDays days;

    ContactAttempts(ContactRepository contacts, Referrals referrals, ContactSettings settings, WorkingDays days) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.settings = settings;
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

    public ContactSettings settings() {
        return settings;
    }

    /** The day somebody tries again unless they choose another. */
    public LocalDate usualNextContact() {
        return days.after(days.today(), settings.daysApart());
    }

    /** Until when we wait for somebody to whom we write today. */
    public LocalDate replyBy() {
        return days.after(days.today(), settings.replyWithin());
    }
}
