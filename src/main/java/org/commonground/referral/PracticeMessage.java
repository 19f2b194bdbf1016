package org.commonground.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.PracticeId;
import org.commonground.correspondence.words.Message;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.springframework.stereotype.Component;

/**
 * What the mails to a referral's practice, or to the one that took over from it, have in common: they tell nothing but
 * the reference.
 */
@Component
public class PracticeMessage {

    private final Referrals referrals;
    private final Practices practices;
    private final PracticeStaff staff;

    PracticeMessage(Referrals referrals, Practices practices, PracticeStaff staff) {
        this.referrals = referrals;
        this.practices = practices;
        this.staff = staff;
    }

    public List<UUID> recipients(UUID referral) {
        return List.of(
                practices.heirOf(referrals.practiceOf(new ReferralId(referral))).value());
    }

    /** Facts: {@code reference}, which also ends the title; {@code path} to where the practice reads more. */
    public Optional<Message> to(UUID practice, Referral referral, String title) {
        return practices
                .find(practices.heirOf(new PracticeId(practice)))
                .map(found -> new Message(
                        found.mail(),
                        title + " " + referral.reference(),
                        Map.of(
                                "reference", referral.reference().text(),
                                "path", pathTo(referral, found)),
                        Optional.empty()));
    }

    /** Its people read a page; where nobody signs in for it, its system asks with the practice's key. */
    private String pathTo(Referral referral, Practice practice) {
        return (staff.of(practice.id()).isEmpty() ? "/api/referrals/" : "/practice/referrals/") + referral.reference();
    }
}
