package org.commonground.referral;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.person.Known;
import org.commonground.person.People;
import org.commonground.person.Person;
import org.commonground.person.PersonId;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.safeguarding.Pauses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals from the practice's message to their end: who is referred and why, and where it stands.
 * Whoever asks for people's data here has been authorised by the caller: the task port, a page or the API.
 */
@Service
@Transactional
public class Referrals {

    private final ReferralRepository referrals;
    private final People people;
    private final Pauses pauses;
    private final Events events;
    private final Clock clock;
    /** A referral is about the same person for good: nothing changes that column. */
    private final Cache<ReferralId, PersonId> whose = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Referrals(ReferralRepository referrals, People people, Pauses pauses, Events events, Clock clock) {
        this.referrals = referrals;
        this.people = people;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
    }

    /** The referral, or a refusal (not found). */
    @Transactional(readOnly = true)
    public Referral find(ReferralId id) {
        return referrals.find(id).orElseThrow(() -> Refusal.notFound("There is no such referral"));
    }

    @Transactional(readOnly = true)
    public Optional<Referral> byReference(Reference reference) {
        return referrals.byReference(reference);
    }

    /** The referral, whose row nobody else changes until this transaction ends. Lock groups before. */
    public Referral lock(ReferralId id) {
        return referrals.lock(id).orElseThrow(() -> Refusal.notFound("There is no such referral"));
    }

    /** The same, or a refusal (conflict) where it has ended. */
    public Referral lockOpen(ReferralId id) {
        Referral referral = lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        return referral;
    }

    @Transactional(readOnly = true)
    public TeamId teamOf(ReferralId id) {
        return find(id).team();
    }

    @Transactional(readOnly = true)
    public PracticeId practiceOf(ReferralId id) {
        return find(id).practice();
    }

    /** Who is referred. */
    @Transactional(readOnly = true)
    public Person personOf(ReferralId id) {
        return people.find(find(id).person());
    }

    /**
     * References of the referrals of practices, the newest first.
     *
     * @param from how many newer ones to leave out
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<Reference> ofPractices(Collection<PracticeId> practices, int from, int most) {
        return referrals.ofPractices(practices, from, most);
    }

    /** The names of many, for lists and cards. */
    @Transactional(readOnly = true)
    public Map<ReferralId, PersonName> namesOf(Collection<ReferralId> ids) {
        Map<ReferralId, PersonId> persons = referrals.peopleOf(ids);
        Map<PersonId, Known> known = people.known(persons.values());
        return persons.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, of -> known.get(of.getValue()).name()));
    }

    /** The key that everything personal about this referral's person is sealed with, in every later room. */
    @Transactional(readOnly = true)
    public SubjectKey keyOf(ReferralId id) {
        PersonId person = whose.getIfPresent(id);
        if (person == null) {
            person = find(id).person();
            whose.put(id, person);
        }
        return people.keyOf(person);
    }

    /** What this one message asked for, without those that were joined to it. */
    @Transactional(readOnly = true)
    public Request requestOf(ReferralId id) {
        return referrals.request(id, keyOf(id));
    }

    /**
     * Gives a referral back to the practice, which may refer again; the process closes it. Possible until groups are
     * chosen: from then on others have been told, and it ends by a withdrawal.
     *
     * @throws Refusal for a missing reason, or (conflict) where it has ended or groups are being chosen
     */
    public void sendBack(ReferralId id, SendBack command, Actor actor) {
        Commands.require(command);
        Referral referral = lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        if (!referral.maySendBack()) {
            throw Refusal.conflict("Groups are being chosen already: stop the referral instead");
        }
        referrals.sentBack(id, command.reason());
        events.publish(ReferralSentBack.by(actor, id, command.reason(), true));
    }

    /** Says where an open referral stands now; on a closed one nothing changes. {@link #close} alone closes. */
    public void stands(ReferralId id, Standing standing) {
        if (standing == Standing.CLOSED) {
            throw new IllegalArgumentException("a referral is closed with its outcome");
        }
        referrals.stands(id, standing);
    }

    /** Ends an open referral; one that has ended keeps its outcome. */
    public void close(ReferralId id, Outcome outcome, Actor actor) {
        if (referrals.close(id, outcome, clock.instant())) {
            events.publish(ReferralClosed.by(actor, id, outcome));
        }
    }

    /** Whether the safeguarding lead has paused it: no offer, no message to the person, offer clocks stand still. */
    @Transactional(readOnly = true)
    public boolean isPaused(ReferralId id) {
        return pauses.isPaused(id.value());
    }
}
