package org.commonground.placement.choice;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person and their link worker choose. */
@Service
@Transactional
public class Choices {

    private final ChoiceRepository choices;
    private final MayBeChosen mayBeChosen;
    private final ChosenGroups chosen;
    private final UnmetNeeds unmet;
    private final PlacementLocks locks;
    private final Referrals referrals;
    private final Signpostings signpostings;
    private final WorkingDays days;

    Choices(
            ChoiceRepository choices,
            MayBeChosen mayBeChosen,
            ChosenGroups chosen,
            UnmetNeeds unmet,
            PlacementLocks locks,
            Referrals referrals,
            Signpostings signpostings,
            WorkingDays days) {
        this.choices = choices;
        this.mayBeChosen = mayBeChosen;
        this.chosen = chosen;
        this.unmet = unmet;
        this.locks = locks;
        this.referrals = referrals;
        this.signpostings = signpostings;
        this.days = days;
    }

    /**
     * Records what the person and their link worker chose: the groups of a new round with the person's consent to
     * share with each, that nothing more is tried for now, where they were signposted to, or that no group suits.
     *
     * @return the placements of the round, empty where no group is tried
     * @throws Refusal for answers that do not fit together, a group that cannot be chosen, too many at once, and while
     *     the referral is paused or closed
     */
    public List<PlacementId> choose(ReferralId id, ChooseGroups command, Actor actor) {
        Commands.require(command).requireWhole();
        Referral referral = referrals.lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has been closed meanwhile");
        }
        locks.requireNotPaused(id);
        int round = choices.rounds(id) + 1;
        mayBeChosen.require(id, command);
        choices.insert(id, round, command, referrals.keyOf(id), Actors.signer(actor), days.now());
        return switch (command.choice()) {
            case TRY -> chosen.begin(referral, round, command, actor);
            case SIGNPOSTED -> {
                signpostings.record(id, command.signpost(), actor);
                yield List.of();
            }
            case NO_SUITABLE_GROUP -> {
                unmet.record(id, command.noGroupReason(), actor);
                yield List.of();
            }
            case NOTHING_MORE -> List.of();
        };
    }
}
