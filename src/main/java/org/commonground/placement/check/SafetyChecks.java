package org.commonground.placement.check;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.group.Support;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Verdict;
import org.commonground.platform.Signature;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The person's side of the safety check, and the second opinion where it leaves a question open. It is done once per
 * referral and topped up per group: each placement keeps what was signed for it, and the next one starts from there.
 */
@Service
@Transactional
public class SafetyChecks {

    private final PersonSideRepository personSides;
    private final PlacementRepository placements;
    private final PlacementLocks locks;
    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final Groups groups;
    private final Events events;
    private final Clock clock;
    private final Neighbourhoods neighbourhoods;

    SafetyChecks(
            PersonSideRepository personSides,
            PlacementRepository placements,
            PlacementLocks locks,
            Referrals referrals,
            ConsentAnswers consents,
            Groups groups,
            Events events,
            Clock clock,
            Neighbourhoods neighbourhoods) {
        this.personSides = personSides;
        this.placements = placements;
        this.locks = locks;
        this.referrals = referrals;
        this.consents = consents;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
        this.neighbourhoods = neighbourhoods;
    }

    /** What was signed last in this referral, for whichever group. */
    @Transactional(readOnly = true)
    public Optional<PersonSide> latest(ReferralId referral) {
        return personSides.latest(referral, referrals.keyOf(referral));
    }

    /** What was signed for this placement. */
    @Transactional(readOnly = true)
    public Optional<PersonSide> of(Placement placement) {
        return personSides.find(placement.id(), referrals.keyOf(placement.referral()));
    }

    /**
     * Signs the person's side for one placement.
     *
     * @throws Refusal for answers that do not fit together, while the referral is
     *     paused, and where it has been signed already
     */
    public void check(PlacementId id, CheckPersonSide command, Actor actor) {
        Commands.require(command);
        if (Boolean.FALSE.equals(command.shareRisks())) {
            // other placements of the referral are weighed anew
            locks.lockOpen(
                    placements.find(id).orElseThrow(PlacementLocks::unknown).referral());
        }
        Placement placement = locks.lock(id, PlacementState.CHOSEN);
        locks.requireNotPaused(placement.referral());
        Group group = groups.get(placement.group());
        command.requireWhole(group.offers());
        SubjectKey key = referrals.keyOf(placement.referral());
        Optional<PersonSide> before = personSides.find(id, key);
        if (before.filter(side -> isFresh(placement, side)).isPresent()) {
            throw Refusal.conflict("The person's side has been signed already");
        }
        before.ifPresent(old -> personSides.setAside(id));
        if (command.shareRisks() != null) {
            share(placement.referral(), command, actor);
        }
        personSides.insert(id, signed(command, group.offers(), actor), key);
        events.publish(PersonSideChecked.of(placement, actor));
    }

    /** Says whether the group may be asked; refused while the referral is paused. */
    public void secondOpinion(PlacementId id, GiveSecondOpinion command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.CHOSEN);
        if (command.verdict() == Verdict.GO_AHEAD) {
            locks.requireNotPaused(placement.referral());
        }
        SubjectKey key = referrals.keyOf(placement.referral());
        Signature giver = Actors.signer(actor);
        if (personSides
                .find(id, key)
                .filter(side -> side.signedBy().equals(giver))
                .isPresent()) {
            throw Refusal.notAllowed("A second opinion comes from somebody else than the one who signed the check");
        }
        SecondOpinion opinion = new SecondOpinion(command.verdict(), command.reason(), giver, clock.instant());
        personSides.insert(id, opinion, key);
        personSides.weighed(id, command.verdict());
        events.publish(SecondOpinionGiven.of(placement, command.verdict(), actor));
    }

    /** Whether a signed side is recent enough to stand when a place comes free for somebody who waited. */
    public boolean isFresh(Placement placement, PersonSide side) {
        int days = neighbourhoods.numbersOf(placement.neighbourhood()).checkStaysFresh();
        return side.signedAt().isAfter(clock.instant().minus(days, ChronoUnit.DAYS));
    }

    private void share(ReferralId referral, CheckPersonSide command, Actor actor) {
        consents.answer(referral, command.consent().answer(Purpose.SHARE_RISKS, null, command.shareRisks()), actor);
    }

    private PersonSide signed(CheckPersonSide command, Set<Support> offered, Actor actor) {
        boolean gap = !Support.missing(Set.copyOf(command.support()), offered).isEmpty();
        boolean covered = gap && Boolean.TRUE.equals(command.supportArranged());
        return new PersonSide(
                command.communication(),
                command.mobility(),
                command.transport(),
                command.health(),
                command.companion(),
                Set.copyOf(command.support()),
                covered,
                covered ? command.supportArrangement() : null,
                command.risks(),
                command.riskNote(),
                command.instruction(),
                Actors.signer(actor),
                clock.instant());
    }
}
