package org.commonground.placement.ending;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.Placements;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back one consent for one purpose, with what follows from it; the referral goes on. */
@Service
@Transactional
public class Withdrawals {

    private final Placements placements;
    private final PlacementLocks locks;
    private final Places places;
    private final ConsentAnswers consents;

    Withdrawals(Placements placements, PlacementLocks locks, Places places, ConsentAnswers consents) {
        this.placements = placements;
        this.locks = locks;
        this.places = places;
        this.consents = consents;
    }

    /**
     * Withdraws the consent. Without consent to share with a group the placement there ends and its place is given
     * back, also where the person goes there already; without consent to share risks a listener has every open
     * placement weighed anew in this transaction. Whoever asks about consent later gets the new answer: mails, the
     * practice's view, the group's.
     *
     * @throws Refusal for wrong input, and (conflict) where there is no such consent any more
     */
    public void withdraw(WithdrawConsent command, Actor actor) {
        Commands.require(command);
        ReferralId id = command.referral();
        List<Placement> open = locks.lockOpen(id);
        if (!isGiven(consents.of(id), command)) {
            throw Refusal.conflict("This consent has been withdrawn already");
        }
        consents.withdraw(id, command.purpose(), command.group(), actor);
        if (command.purpose() == Purpose.SHARE_WITH_GROUP) {
            open.stream()
                    .filter(placement -> placement.group().equals(command.group()))
                    .forEach(placement -> placements.stop(placement, EndReason.WITHDRAWN, GivenBack.WITHDRAWN, actor));
            leave(id, command.group(), actor);
        }
    }

    private void leave(ReferralId referral, GroupId group, Actor actor) {
        placements.of(referral).stream()
                .filter(placement -> placement.group().equals(group))
                .forEach(placement -> places.giveBack(placement.id().value(), GivenBack.WITHDRAWN, actor));
    }

    private static boolean isGiven(Consents consents, WithdrawConsent asked) {
        return asked.purpose() == Purpose.SHARE_WITH_GROUP
                ? consents.allowSharingWith(asked.group())
                : consents.allow(asked.purpose());
    }
}
