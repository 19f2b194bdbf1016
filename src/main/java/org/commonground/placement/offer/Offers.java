package org.commonground.placement.offer;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.person.Person;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.PersonSideRepository;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.Purpose;
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
    private final GroupQuestions questions;
    private final OfferClock offerClock;
    private final Places places;
    private final Referrals referrals;
    private final ConsentAnswers consents;
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
            GroupQuestions questions,
            OfferClock offerClock,
            Places places,
            Referrals referrals,
            ConsentAnswers consents,
            Outbox outbox,
            Events events,
            WorkingDays days,
            Clock clock) {
        this.placements = placements;
        this.lifecycle = lifecycle;
        this.personSides = personSides;
        this.groupSides = groupSides;
        this.locks = locks;
        this.questions = questions;
        this.offerClock = offerClock;
        this.places = places;
        this.referrals = referrals;
        this.consents = consents;
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
        Consents agreed = consents.of(referral.id());
        Optional<PersonSide> side = agreed.allowSharingWith(placement.group())
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
                side.filter(told -> agreed.allow(Purpose.SHARE_RISKS)).map(PersonSide::instruction),
                placement.answerBy(),
                saidYes && side.isPresent() ? Optional.of(person.firstName()) : Optional.empty());
    }

    /** Whether the person agrees that this group is told about them. */
    @Transactional(readOnly = true)
    public boolean maySee(Placement placement) {
        return consents.of(placement.referral()).allowSharingWith(placement.group());
    }

    /** Whether this actor, answering an offer, is the group's organiser; else it is the team, recording a phone call. */
    @Transactional(readOnly = true)
    public boolean isOrganiser(Placement placement, Actor actor) {
        return actor instanceof Actor.SignedIn somebody
                && somebody.groups().contains(placement.group().value())
                && !somebody.teams().contains(referrals.teamOf(placement.referral()));
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
        groupSides.insert(
                id, said, referrals.keyOf(placement.referral()), PlacementLocks.signer(actor), clock.instant());
        switch (said.answer()) {
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS -> {
                places.take(id.value(), actor);
                placements.stands(id, PlacementState.ACCEPTED);
                events.publish(OfferAccepted.of(placement, said.answer(), actor));
            }
            case NOT_NOW -> {
                places.giveBack(id.value(), GivenBack.NOT_NOW, actor);
                events.publish(OfferPutOff.of(placement, actor));
                lifecycle.end(placement, EndReason.NOT_NOW, actor);
            }
            case DECLINED -> {
                places.giveBack(id.value(), GivenBack.DECLINED, actor);
                events.publish(OfferDeclined.of(placement, said.declineReason(), actor));
                lifecycle.end(placement, EndReason.DECLINED, actor);
            }
            case ASKED -> throw new IllegalStateException("a question decides nothing");
        }
    }

    /** How the group decided, for the team; empty while it has not. */
    @Transactional(readOnly = true)
    public Optional<GroupSide> decided(PlacementId id) {
        return groupSides.find(id, referrals.keyOf(lifecycle.find(id).referral()));
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

    /** Stops the clocks of a referral's open offers; returns the placements. */
    public List<PlacementId> stop(ReferralId referral) {
        List<Placement> open = offered(referral).toList();
        open.forEach(offerClock::stop);
        return open.stream().map(Placement::id).toList();
    }

    /**
     * Lets the clocks of a referral's open offers go on, but of those that a question keeps.
     *
     * @return how many working days each stood
     */
    public Map<PlacementId, Integer> resume(ReferralId referral) {
        Map<PlacementId, Integer> stood = new LinkedHashMap<>();
        offered(referral)
                .forEach(offer ->
                        offerClock.goOn(offer, 0).ifPresent(workingDays -> stood.put(offer.id(), workingDays)));
        return stood;
    }

    private Stream<Placement> offered(ReferralId referral) {
        return placements.of(referral).stream()
                .map(placement -> placements.lock(placement.id()))
                .filter(placement -> placement.state() == PlacementState.OFFERED);
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
