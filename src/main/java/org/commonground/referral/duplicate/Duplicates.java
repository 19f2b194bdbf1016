package org.commonground.referral.duplicate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Alike;
import org.commonground.person.Recognition;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.ReferralSentBack;
import org.commonground.referral.SentBackReason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that may be about the same person as an open one. What is found is shown and never merged by itself, and no
 * practice learns of another one's referral.
 */
@Service
@Transactional
public class Duplicates {

    private final DuplicateRepository rows;
    private final Recognition recognition;
    private final ReferralRepository referrals;
    private final Practices practices;
    private final Teams teams;
    private final Events events;
    private final Clock clock;

    Duplicates(
            DuplicateRepository rows,
            Recognition recognition,
            ReferralRepository referrals,
            Practices practices,
            Teams teams,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.recognition = recognition;
        this.referrals = referrals;
        this.practices = practices;
        this.teams = teams;
        this.events = events;
        this.clock = clock;
    }

    /** Looks for others who may be the person of a referral that has just come, and keeps which they are. */
    public void lookFor(Referral referral) {
        recognition.lock(referral.person());
        List<Alike> alike = recognition.alike(referral.person());
        rows.keep(referral, alike);
        List<Alike> same = alike.stream().filter(Alike::mayBeTheSame).toList();
        if (!same.isEmpty()) {
            rows.keepPrevious(referral, same);
        }
    }

    /** Whether another open referral may be about the same person. */
    @Transactional(readOnly = true)
    public boolean anyOpen(ReferralId id) {
        return !rows.open(id).isEmpty();
    }

    /** Another practice's referral that took this one up: its own practice must not notice. */
    @Transactional(readOnly = true)
    public Optional<Referral> joinedElsewhere(Referral referral) {
        return referral.outcome().filter(Outcome.JOINED::equals).isEmpty()
                ? Optional.empty()
                : rows.joinedTo(referral.id())
                        .map(this::find)
                        .filter(other ->
                                !practices.heirOf(other.practice()).equals(practices.heirOf(referral.practice())));
    }

    /** Those that are open still, the oldest first. */
    @Transactional(readOnly = true)
    public List<Duplicate> of(ReferralId id) {
        Referral mine = find(id);
        return rows.open(id).stream().map(row -> duplicate(mine, row)).toList();
    }

    /** Whether only the team's lead decides: an open referral of another team is concerned. */
    @Transactional(readOnly = true)
    public boolean isForLead(ReferralId id) {
        return of(id).stream().anyMatch(duplicate -> !duplicate.sameTeam()) && hasLead(find(id).team());
    }

    /**
     * Decides, once. Joining adds what was asked to the open referral; refusing gives a reason that tells a practice of
     * its own open referral alone.
     *
     * @throws Refusal where the lead has to decide, or the open referral to join to is not named or has ended
     */
    public void decide(ReferralId id, LookAtDuplicate answer, Actor actor) {
        Commands.require(answer);
        List<Duplicate> open = of(id);
        requireLead(id, actor);
        Optional<Referral> joined =
                answer.decision() == DuplicateAnswer.JOIN ? Optional.of(toJoin(open, answer)) : Optional.empty();
        // by their ids, so that two people who join crosswise do not wait for each other
        Stream.concat(Stream.of(id), joined.map(Referral::id).stream())
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(referrals::lock);
        joined.ifPresent(referral -> requireOpen(referral.id()));
        rows.decide(id, answer.decision(), joined.map(Referral::id).orElse(null), actor.signature(), clock.instant());
        switch (answer.decision()) {
            case JOIN -> {
                events.publish(ReferralJoined.by(actor, id));
                events.publish(RequestJoined.by(actor, joined.orElseThrow().id()));
            }
            case KEEP_APART -> events.publish(ReferralKeptApart.by(actor, id));
            case REFUSE -> {
                SentBackReason reason = reason(find(id), open);
                referrals.sentBack(id, reason);
                events.publish(ReferralSentBack.by(actor, id, reason, false));
            }
        }
    }

    /** The referrals that were joined to this one, the oldest first. */
    @Transactional(readOnly = true)
    public List<Referral> joinedOnto(ReferralId id) {
        return rows.joinedOnto(id).stream().map(this::find).toList();
    }

    private SentBackReason reason(Referral mine, List<Duplicate> open) {
        PracticeId practice = practices.heirOf(mine.practice());
        boolean own = open.stream()
                .anyMatch(duplicate ->
                        practices.heirOf(duplicate.referral().practice()).equals(practice));
        return own ? SentBackReason.ALREADY_IN_THE_SERVICE : SentBackReason.OTHER;
    }

    private static Referral toJoin(List<Duplicate> open, LookAtDuplicate answer) {
        if (open.isEmpty()) {
            throw Refusal.invalid("decision", "The open referral has ended meanwhile: keep this one apart");
        }
        if (answer.other() == null && open.size() == 1) {
            return open.get(0).referral();
        }
        return open.stream()
                .map(Duplicate::referral)
                .filter(referral -> referral.id().value().equals(answer.other()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("other", "Choose the open referral that this one is added to"));
    }

    private void requireOpen(ReferralId id) {
        if (!find(id).isOpen()) {
            throw Refusal.invalid("decision", "The open referral has ended meanwhile: keep this one apart");
        }
    }

    private void requireLead(ReferralId id, Actor actor) {
        if (isForLead(id) && !leads(actor, find(id).team())) {
            throw Refusal.notAllowed("An open referral of another team is concerned, so your team’s lead decides."
                    + " Put the task back for them.");
        }
    }

    private boolean leads(Actor actor, TeamId team) {
        return actor instanceof Actor.SignedIn somebody && teams.isLedBy(team, somebody);
    }

    /** A lead who is in the team and can open its tasks; where there is none, the team decides. */
    private boolean hasLead(TeamId team) {
        return teams.leadOf(team).filter(lead -> lead.teams().contains(team)).isPresent();
    }

    private Duplicate duplicate(Referral mine, DuplicateRepository.Row row) {
        Referral other = find(row.other());
        return new Duplicate(other, other.team().equals(mine.team()), row.byNhsNumber(), row.byNameAndBirth());
    }

    private Referral find(ReferralId id) {
        return referrals.find(id).orElseThrow(() -> Refusal.notFound("There is no such referral"));
    }
}
