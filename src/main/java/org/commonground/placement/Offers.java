package org.commonground.placement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Consents;
import org.commonground.referral.Person;
import org.commonground.referral.Purpose;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers to groups: what their organisers are told, what they answer, and reminding those that wait. */
@Service
@Transactional
public class Offers {

    private final PlacementRepository placements;
    private final Placements lifecycle;
    private final PersonSideRepository personSides;
    private final GroupSideRepository groupSides;
    private final PlacementLocks locks;
    private final Places places;
    private final Referrals referrals;
    private final Outbox outbox;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;

    Offers(
            PlacementRepository placements,
            Placements lifecycle,
            PersonSideRepository personSides,
            GroupSideRepository groupSides,
            PlacementLocks locks,
            Places places,
            Referrals referrals,
            Outbox outbox,
            Events events,
            WorkingDays days,
            Clock clock) {
        this.placements = placements;
        this.lifecycle = lifecycle;
        this.personSides = personSides;
        this.groupSides = groupSides;
        this.locks = locks;
        this.places = places;
        this.referrals = referrals;
        this.outbox = outbox;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /** What the organisers may know now: nothing that the person did not agree to share with this group. */
    @Transactional(readOnly = true)
    public ToldToGroup toldToGroup(PlacementId id) {
        Placement placement = lifecycle.find(id);
        Referral referral = referrals.find(placement.referral());
        Person person = referrals.personOf(referral.id());
        Consents consents = referrals.consentsOf(referral.id());
        Optional<PersonSide> side = consents.allowSharingWith(placement.group())
                ? personSides.find(id, referrals.keyOf(referral.id()))
                : Optional.empty();
        boolean saidYes =
                switch (placement.state()) {
                    case ACCEPTED, AGREED, ATTENDED -> true;
                    case CHOSEN, WAITING, ASKED, OFFERED, ENDED -> false;
                };
        return new ToldToGroup(
                referral.reference(),
                AgeBand.of(person.born().ageOn(days.today())),
                person.language().text(),
                person.interpreter(),
                side.map(PersonSide::support).orElse(Set.of()),
                side.map(PersonSide::gapArrangement),
                side.filter(told -> consents.allow(Purpose.SHARE_RISKS)).map(PersonSide::instruction),
                placement.answerBy(),
                saidYes && side.isPresent() ? Optional.of(person.firstName()) : Optional.empty());
    }

    /** Whether this actor, answering an offer, is the group's organiser; else it is the team, recording a phone call. */
    @Transactional(readOnly = true)
    public boolean isOrganiser(Placement placement, Actor actor) {
        return actor instanceof Actor.SignedIn somebody
                && somebody.groups().contains(placement.group().value())
                && !somebody.teams().contains(referrals.teamOf(placement.referral()));
    }

    /**
     * Records the group's side of the check and its answer: the place is taken, or given back and the placement ended.
     *
     * @throws Refusal for answers that do not fit together, and where the offer is
     *     no longer open
     */
    public void answer(PlacementId id, AnswerOffer command, Actor actor) {
        Valid.require(command);
        Placement placement = locks.lock(id, PlacementState.OFFERED);
        boolean byPhone = !isOrganiser(placement, actor);
        command.requireWhole(byPhone);
        groupSides.insert(
                id,
                byPhone ? command : command.withoutPhone(),
                referrals.keyOf(placement.referral()),
                PlacementLocks.signer(actor),
                clock.instant());
        if (command.answer() == Answer.ACCEPTED) {
            places.take(id.value(), actor);
            placements.stands(id, PlacementState.ACCEPTED);
            events.publish(OfferAccepted.of(placement, actor));
        } else {
            places.giveBack(id.value(), GivenBack.DECLINED, actor);
            events.publish(OfferDeclined.of(placement, command.declineReason(), actor));
            lifecycle.end(placement, EndReason.DECLINED, actor);
        }
    }

    /** Records a call to a group about its open offer. The answer itself is recorded in the offer's own task. */
    public void phoned(PlacementId id, PhoneOrganiser command, Actor actor) {
        Valid.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.OFFERED);
        groupSides.insert(
                id, command, referrals.keyOf(placement.referral()), PlacementLocks.signer(actor), clock.instant());
        events.publish(OrganiserPhoned.of(placement, command.reached(), actor));
    }

    /**
     * The sweep: reminds the organisers of offers that have waited, once for each offer; while a referral is paused
     * nobody is reminded. Returns how many were.
     */
    public int remindWaiting() {
        List<PlacementId> waiting = placements.toRemind(days.today());
        return (int) waiting.stream().filter(this::remind).count();
    }

    /**
     * Lets the clocks of a referral's open offers go on after a standstill: the days of their reminder and of their
     * lapse move on.
     *
     * @param workingDays how long they stood still
     * @return the placements whose offers are open
     */
    public List<PlacementId> resume(ReferralId referral, int workingDays) {
        return placements.of(referral).stream()
                .map(placement -> placements.lock(placement.id()))
                .filter(placement -> placement.state() == PlacementState.OFFERED)
                .map(placement -> resume(placement, workingDays))
                .toList();
    }

    private PlacementId resume(Placement placement, int workingDays) {
        placements.postponed(
                placement.id(),
                days.after(placements.remindOn(placement.id()), workingDays),
                days.after(placement.answerBy().orElseThrow(), workingDays));
        return placement.id();
    }

    private boolean remind(PlacementId id) {
        Placement placement = placements.lock(id);
        if (placement.state() != PlacementState.OFFERED || referrals.isPaused(placement.referral())) {
            return false;
        }
        placements.reminded(id, clock.instant());
        OfferReminded reminded = OfferReminded.of(placement, Actor.SYSTEM);
        events.publish(reminded);
        outbox.post(MailKind.OFFER_REMINDER, id.value(), reminded.id());
        return true;
    }
}
