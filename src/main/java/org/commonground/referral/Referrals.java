package org.commonground.referral;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.person.PersonRepository;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeView;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.Consent;
import org.commonground.referral.consent.ConsentRepository;
import org.commonground.referral.consent.ConsentWithdrawn;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.Deaths;
import org.commonground.referral.details.ContactChanged;
import org.commonground.referral.duplicate.DuplicateRepository;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.referral.triage.ReferralTriaged;
import org.commonground.referral.triage.TriageFacts;
import org.commonground.referral.triage.TriageRoute;
import org.commonground.referral.triage.Triaged;
import org.commonground.safeguarding.Pauses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals from the practice's message to their end: who is referred and why, where it stands, what was agreed to.
 * Whoever asks for people's data here has been authorised by the caller: the task port, a page or the API.
 */
@Service
@Transactional
public class Referrals {

    private final ReferralRepository referrals;
    private final PersonRepository people;
    private final ConsentRepository consents;
    private final DuplicateRepository matches;
    private final Deaths deaths;
    private final Intake intake;
    private final ReferralSettings settings;
    private final WorkingDays days;
    private final Pauses pauses;
    private final Practices practices;
    private final Events events;
    private final Clock clock;

    Referrals(
            ReferralRepository referrals,
            PersonRepository people,
            ConsentRepository consents,
            DuplicateRepository matches,
            Deaths deaths,
            Intake intake,
            ReferralSettings settings,
            WorkingDays days,
            Pauses pauses,
            Practices practices,
            Events events,
            Clock clock) {
        this.referrals = referrals;
        this.people = people;
        this.consents = consents;
        this.matches = matches;
        this.deaths = deaths;
        this.intake = intake;
        this.settings = settings;
        this.days = days;
        this.pauses = pauses;
        this.practices = practices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a practice's referral; the same message again answers the first one's reference, however many come at once.
     *
     * @param idempotencyKey the sender's key for this message; may be null where the message has a number of its own
     * @throws Refusal for wrong input, neither key nor number, or (conflict) other content under the same key or number
     */
    public Receipt receive(ReferralMessage message, String idempotencyKey, Actor.Practice practice) {
        return intake.receive(message, idempotencyKey, practice.practice(), practice);
    }

    /**
     * As {@link #receive}, for a practice that somebody signed in speaks for: its own staff, or a link worker on the
     * phone with it. The caller has authorised that.
     *
     * @param key made when the page was opened; the same page sent twice is one referral
     */
    public Receipt record(ReferralMessage message, String key, PracticeId practice, Actor.SignedIn actor) {
        return intake.receive(message, key, practice, actor);
    }

    /** What would be refused in a message, field by field, all at once; empty where nothing is. */
    @Transactional(readOnly = true)
    public Map<String, String> problemsOf(ReferralMessage message, String idempotencyKey) {
        return intake.problems(message, idempotencyKey);
    }

    /**
     * What a practice may know of its own referral, or of one whose practice it took over from. Without consent to feedback: received while it is open, then
     * closed, and not reached where nobody could be.
     *
     * @return empty for a reference that is nobody's or another practice's, which look alike
     */
    @Transactional(readOnly = true)
    public Optional<PracticeView> viewOf(Reference reference, PracticeId practice) {
        return referrals
                .byReference(reference)
                .filter(referral -> practices.heirOf(referral.practice()).equals(practice))
                .map(this::viewOf);
    }

    private PracticeView viewOf(Referral referral) {
        boolean feedback = consentsOf(referral.id()).allow(Purpose.FEEDBACK);
        return joinedElsewhere(referral)
                .map(other -> PracticeView.joined(referral, other, feedback))
                .orElseGet(() -> PracticeView.of(referral, feedback));
    }

    /** Another practice's referral that took this one up: its own practice must not notice. */
    Optional<Referral> joinedElsewhere(Referral referral) {
        return referral.outcome().filter(Outcome.JOINED::equals).isEmpty()
                ? Optional.empty()
                : matches.joinedTo(referral.id())
                        .map(this::find)
                        .filter(other ->
                                !practices.heirOf(other.practice()).equals(practices.heirOf(referral.practice())));
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

    /** Notes that somebody has made sure that a way of reaching the person is safe. */
    public void markSafe(ReferralId id, Way way) {
        people.setSafety(find(id).person(), way, Safety.SAFE);
    }

    /** Keeps the person's right mail address. Whether mail is a safe way stays as it was. */
    public void changeMail(ReferralId id, MailAddress mail, Actor actor) {
        lock(id);
        people.changeMail(find(id).person(), keyOf(id), mail);
        events.publish(ContactChanged.by(actor, id, Way.MAIL));
    }

    /** The names of many, for lists and cards. */
    @Transactional(readOnly = true)
    public Map<ReferralId, PersonName> namesOf(Collection<ReferralId> ids) {
        return people.names(ids);
    }

    /** The key that everything personal about this referral's person is sealed with, in every room above. */
    @Transactional(readOnly = true)
    public SubjectKey keyOf(ReferralId id) {
        return people.keyOf(find(id).person());
    }

    /** What the practice asked for, and whatever was asked for the same person by requests that were joined to it. */
    @Transactional(readOnly = true)
    public Request requestOf(ReferralId id) {
        return matches.joinedOnto(id).stream()
                .map(joined -> referrals.request(joined, keyOf(joined)))
                .reduce(referrals.request(id, keyOf(id)), Request::and);
    }

    /** What this one message asked for, without those that were joined to it. */
    @Transactional(readOnly = true)
    public Request ownRequestOf(ReferralId id) {
        return referrals.request(id, keyOf(id));
    }

    @Transactional(readOnly = true)
    public TriageFacts triageFacts(ReferralId id) {
        return new TriageFacts(
                find(id).requestedUrgency(),
                requestOf(id).risk().level() != RiskLevel.NONE,
                personOf(id).born().ageOn(days.today()) >= settings.youngestAge(),
                !matches.open(id).isEmpty());
    }

    /**
     * Settles where the referral goes and how soon the person should be reached. It stands as received until somebody
     * has tried, and is closed as sent back by the process where the person is too young.
     */
    public void triaged(ReferralId id, Triaged triaged, Actor actor) {
        lock(id);
        referrals.triaged(id, triaged.urgency());
        events.publish(ReferralTriaged.by(actor, id));
        if (triaged.route() == TriageRoute.TOO_YOUNG) {
            referrals.sentBack(id, SentBackReason.TOO_YOUNG);
            events.publish(ReferralSentBack.by(actor, id, SentBackReason.TOO_YOUNG, false));
        }
    }

    /** Makes an open referral urgent, where it is not. */
    public void rise(ReferralId id) {
        lock(id);
        referrals.triaged(id, Urgency.URGENT);
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

    /** Notes that the person has died: nothing is sent to them any more, whatever is decided later, in no referral. */
    public void died(ReferralId id) {
        people.died(find(id).person(), clock.instant());
        deaths.recorded(id);
    }

    /** Whether the safeguarding lead has paused it: no offer, no message to the person, offer clocks stand still. */
    @Transactional(readOnly = true)
    public boolean isPaused(ReferralId id) {
        return pauses.isPaused(id.value());
    }

    @Transactional(readOnly = true)
    public Consents consentsOf(ReferralId id) {
        return consents.of(id, keyOf(id));
    }

    /**
     * Records an answer about consent. One that takes back what was given before is told upwards. Withdrawing
     * {@link Purpose#REFER} ends the referral: the caller has locked its groups, and gives the places back in the same
     * transaction.
     */
    public void answerConsent(ReferralId id, AnswerConsent answer, Actor actor) {
        Commands.require(answer);
        lock(id);
        boolean before = isGiven(id, answer.purpose(), answer.group());
        consents.insert(id, keyOf(id), answer, clock.instant(), actor);
        if (before && !answer.given()) {
            events.publish(ConsentWithdrawn.by(actor, id, answer.purpose(), answer.group()));
        }
    }

    /**
     * Takes back a consent that was given, as the person asked; where it was not, nothing changes. What is said at
     * {@link #answerConsent} about {@link Purpose#REFER} holds here too.
     *
     * @param group for {@link Purpose#SHARE_WITH_GROUP} alone, else null
     */
    public void withdrawConsent(ReferralId id, Purpose purpose, GroupId group, Actor actor) {
        if (isGiven(id, purpose, group)) {
            answerConsent(id, new AnswerConsent(purpose, group, false, GivenBy.PERSON, null, null), actor);
        }
    }

    private boolean isGiven(ReferralId id, Purpose purpose, GroupId group) {
        return consentsOf(id).newest(purpose, group).map(Consent::given).orElse(false);
    }
}
