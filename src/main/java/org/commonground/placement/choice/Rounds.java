package org.commonground.placement.choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of groups that are tried: what is left when one is over, and asking for another. */
@Service
@Transactional
public class Rounds {

    private static final Set<Standing> BEFORE_CHOOSING =
            Set.of(Standing.RECEIVED, Standing.REACHING, Standing.TALKING, Standing.CLOSED);

    private final ChoiceRepository choices;
    private final Placements placements;
    private final Referrals referrals;
    private final Events events;

    Rounds(ChoiceRepository choices, Placements placements, Referrals referrals, Events events) {
        this.choices = choices;
        this.placements = placements;
        this.referrals = referrals;
        this.events = events;
    }

    /** Whether groups are chosen by now, and still. */
    static boolean mayChoose(Referral referral) {
        return referral.isOpen() && !BEFORE_CHOOSING.contains(referral.standing());
    }

    /**
     * The link worker or the person wants to try other groups beside what goes on, or after a group that was no good
     * fit: a new choice is asked for, unless one is open already.
     *
     * @throws Refusal before the conversation and after the referral has ended
     */
    public void wantOthers(ReferralId id, Actor actor) {
        Referral referral = referrals.lock(id);
        if (!mayChoose(referral)) {
            throw Refusal.conflict("Groups are chosen after the conversation, and until the referral is closed");
        }
        events.publish(OthersWanted.of(id, actor));
    }

    /**
     * What is left when a round is over. It locks the referral, so that of two rounds that end at one moment the second
     * sees what the first has done.
     */
    public RoundReview review(ReferralId id) {
        referrals.lock(id);
        List<Placement> all = placements.of(id);
        if (all.stream().anyMatch(Placement::isAttending)) {
            return RoundReview.PLACED;
        }
        return all.stream().anyMatch(Placement::isOpen) ? RoundReview.GOES_ON : RoundReview.CHOOSE_AGAIN;
    }

    /** How the last choice came out; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Choice> last(ReferralId referral) {
        return choices.last(referral);
    }
}
