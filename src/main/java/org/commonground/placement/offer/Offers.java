package org.commonground.placement.offer;

import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What groups answer to an offer: the group's side of the check and the answer together, and calls about it. */
@Service
@Transactional
public class Offers {

    private final Placements placements;
    private final GroupSideRepository groupSides;
    private final OfferRepository offers;
    private final PlacementLocks locks;
    private final GroupQuestions questions;
    private final Places places;
    private final Referrals referrals;
    private final Events events;
    private final WorkingDays days;

    Offers(
            Placements placements,
            GroupSideRepository groupSides,
            OfferRepository offers,
            PlacementLocks locks,
            GroupQuestions questions,
            Places places,
            Referrals referrals,
            Events events,
            WorkingDays days) {
        this.placements = placements;
        this.groupSides = groupSides;
        this.offers = offers;
        this.locks = locks;
        this.questions = questions;
        this.places = places;
        this.referrals = referrals;
        this.events = events;
        this.days = days;
    }

    /** Whether this actor, answering an offer, is the group's organiser; else it is the team, recording a phone call. */
    @Transactional(readOnly = true)
    public boolean isOrganiser(Placement placement, Actor actor) {
        return actor.groups().contains(placement.group().value())
                && !(actor instanceof Actor.SignedIn somebody
                        && somebody.teams().contains(referrals.teamOf(placement.referral())));
    }

    /**
     * Records the group's side of the check and its answer: the place is taken, or given back and the placement ended;
     * where the group asks something first, the place stays held and the offer's clock stands still.
     *
     * @throws Refusal for answers that do not fit together, and where the offer is
     *     no longer open
     */
    public void answer(PlacementId id, AnswerOffer command, Actor actor) {
        Commands.require(command);
        Placement placement = locks.lock(id, PlacementState.OFFERED);
        requireNothingAsked(id);
        boolean byPhone = !isOrganiser(placement, actor);
        command.requireWhole(byPhone, days.today());
        AnswerOffer said = byPhone ? command : command.withoutPhone();
        if (said.answer() == OfferAnswer.ASKED) {
            questions.ask(placement, said, actor);
            return;
        }
        groupSides.insert(id, said, referrals.keyOf(placement.referral()), Actors.signer(actor), days.now());
        switch (said.answer()) {
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS -> {
                places.take(id.value(), actor);
                placements.stands(placement, PlacementState.ACCEPTED);
                events.publish(OfferAccepted.of(placement, said.answer(), actor));
            }
            case NOT_NOW -> {
                offers.askAgainFrom(id, said.tryAgainFrom());
                places.giveBack(id.value(), GivenBack.NOT_NOW, actor);
                events.publish(OfferPutOff.of(placement, actor));
                placements.end(placement, EndReason.NOT_NOW, actor);
            }
            case DECLINED -> {
                places.giveBack(id.value(), GivenBack.DECLINED, actor);
                events.publish(OfferDeclined.of(placement, said.declineReason(), actor));
                placements.end(placement, EndReason.DECLINED, actor);
            }
            case ASKED -> throw new IllegalStateException("a question decides nothing");
        }
    }

    /** How the group decided, for the team; empty while it has not. */
    @Transactional(readOnly = true)
    public Optional<GroupSide> decided(PlacementId id) {
        return groupSides.find(id, referrals.keyOf(placements.find(id).referral()));
    }

    private void requireNothingAsked(PlacementId id) {
        if (questions.waits(id)) {
            throw Refusal.conflict("A question about this offer waits for its answer: decide when it is there");
        }
    }

    /** Records a call to a group about its open offer. The answer itself is recorded in the offer's own task. */
    public void phoned(PlacementId id, PhoneOrganiser command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.OFFERED);
        groupSides.insert(id, command, referrals.keyOf(placement.referral()), Actors.signer(actor), days.now());
        events.publish(OrganiserPhoned.of(placement, command.reached(), actor));
    }
}
