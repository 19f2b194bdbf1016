package org.commonground.conversation.talk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.conversation.PersonDeclined;
import org.commonground.conversation.PersonNotReady;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.AdviceAsked;
import org.commonground.conversation.capacity.Advices;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.capacity.Doubt;
import org.commonground.conversation.capacity.MentalCapacity;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.conversation.talk.ConversationOutcome.Next;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.GivenBy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Talking with the person about what matters to them. */
@Service
@Transactional
public class Conversations {

    private static final int LONGEST_REST_DAYS = 183;

    private final ConversationRepository conversations;
    private final Appointments appointments;
    private final Signpostings signpostings;
    private final Advices advices;
    private final Notebooks notebooks;
    private final Codes codes;
    private final Referrals referrals;
    private final WorkingDays days;
    private final Events events;
    private final Clock clock;

    Conversations(
            ConversationRepository conversations,
            Appointments appointments,
            Signpostings signpostings,
            Advices advices,
            Notebooks notebooks,
            Codes codes,
            Referrals referrals,
            WorkingDays days,
            Events events,
            Clock clock) {
        this.conversations = conversations;
        this.appointments = appointments;
        this.signpostings = signpostings;
        this.advices = advices;
        this.notebooks = notebooks;
        this.codes = codes;
        this.referrals = referrals;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what was said, and what was agreed to. Where it is in doubt whether the person can decide what they did, a
     * clinical supervisor is asked first, and we talk about it again.
     *
     * @throws Refusal for answers that are missing or make no sense; (conflict) for a referral that has ended
     */
    public ConversationOutcome hold(ReferralId id, HoldConversation said, Actor actor) {
        Commands.require(said);
        if (!referrals.lock(id).isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        Optional<Advice> advice = advices.newest(id);
        Next next = said.next(advice);
        Scores scores = requireFit(said, next, advice, referrals.personOf(id));

        Scores changed = scores.without(conversations.scores(id));
        conversations.insert(id, referrals.keyOf(id), said, next, changed, clock.instant(), Actors.account(actor));
        notebooks.write(id, said.entry(), actor);
        said.agreed().forEach(answer -> keep(id, said, answer, actor));
        if (Boolean.TRUE.equals(said.mail())) {
            referrals.markSafe(id, Way.MAIL);
        }
        if (Boolean.TRUE.equals(said.text())) {
            referrals.markSafe(id, Way.TEXT);
        }
        return follow(id, said, next, actor);
    }

    private ConversationOutcome follow(ReferralId id, HoldConversation said, Next next, Actor actor) {
        switch (next) {
            case GO_AHEAD -> {
                codes.agreed(id);
                referrals.stands(id, Standing.CHOOSING);
                events.publish(ConversationHeld.by(actor, id));
            }
            case TALK_AGAIN -> {
                Instant at = appointments.agree(id, said.meeting(), actor);
                events.publish(TalkAgainAgreed.by(actor, id));
                return new ConversationOutcome(next, at, null);
            }
            case NOT_READY -> {
                referrals.stands(id, Standing.REACHING);
                events.publish(PersonNotReady.by(actor, id));
                return new ConversationOutcome(next, null, Contacts.startOf(said.askAgainOn()));
            }
            case SIGNPOSTED -> signpostings.record(id, said.signpost(), actor);
            case DECLINED -> {
                codes.declined(id);
                events.publish(PersonDeclined.by(actor, id, said.declinedBecause()));
            }
            case ASK_ADVICE -> events.publish(AdviceAsked.by(actor, id));
        }
        return ConversationOutcome.of(next);
    }

    /** How they feel. Refuses everything at once that is missing for what comes next, or makes no sense. */
    private Scores requireFit(HoldConversation said, Next next, Optional<Advice> advice, Person person) {
        Problems problems = new Problems();
        Scores scores = said.scores(next == Next.GO_AHEAD, problems);
        switch (next) {
            case GO_AHEAD -> {
                said.requireWhole(problems);
                advice.ifPresent(given -> requireAdvised(said, given, problems));
            }
            case TALK_AGAIN -> appointments.check(said.meeting(), person, problems);
            case NOT_READY -> {
                problems.needSaid(said.askAgainOn(), "askAgainOn", "Enter the day to ask again");
                Appointments.checkDay(
                        problems, "askAgainOn", said.askAgainOn(), days.today().plusDays(1), LONGEST_REST_DAYS);
            }
            case SIGNPOSTED -> said.signpost().check(problems);
            case DECLINED ->
                problems.needSaid(said.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
            case ASK_ADVICE -> {}
        }
        said.entry().check(days.today(), problems);
        said.requireGrounds(problems);
        requirePossible(said, person, problems);
        problems.refuseIfWrong();
        return scores;
    }

    private static void requireAdvised(HoldConversation said, Advice advice, Problems problems) {
        if (said.capacity() == null || said.capacity() == MentalCapacity.YES) {
            return;
        }
        if (advice.advice() == CapacityAdvice.STOP) {
            problems.add("result", "The advice is not to go ahead: choose how it goes on otherwise");
        }
        advice.advice()
                .decides()
                .ifPresent(decides -> said.agreed().stream()
                        .filter(answer -> answer.by() != decides)
                        .forEach(answer -> problems.add(
                                answer.field() + "By",
                                "Choose who decides as advised: "
                                        + advice.advice().label())));
    }

    /** How the link worker last saw whether the person can decide; empty before they said. */
    @Transactional(readOnly = true)
    public Optional<Doubt> doubtOf(ReferralId id) {
        return conversations.doubt(id, referrals.keyOf(id));
    }

    /** What the person wants and needs; empty before we have talked. */
    @Transactional(readOnly = true)
    public Optional<Wishes> wishesOf(ReferralId id) {
        return conversations.wishes(id, referrals.keyOf(id));
    }

    /** Who talked with the person last; empty before anybody has. */
    @Transactional(readOnly = true)
    public Optional<AccountId> heldBy(ReferralId id) {
        return conversations.heldBy(id);
    }

    /** What the person said in earlier conversations, so that nobody asks it again. */
    @Transactional(readOnly = true)
    public Earlier earlier(ReferralId id) {
        return conversations.earlier(id, referrals.keyOf(id));
    }

    /** When each measure was last answered as it stands now. */
    @Transactional(readOnly = true)
    public Map<Measure, LocalDate> askedOn(ReferralId id) {
        return conversations.askedOn(id);
    }

    /** How they felt when we last talked about it, measure by measure; empty before. */
    @Transactional(readOnly = true)
    public Scores scoresOf(ReferralId id) {
        return conversations.scores(id);
    }

    /** Keeps an answer about consent that is not as it was; one that stays keeps the day on which it was given. */
    private void keep(ReferralId id, HoldConversation said, HoldConversation.Agreed agreed, Actor actor) {
        boolean byThePerson = agreed.by() == GivenBy.PERSON;
        AnswerConsent answer = new AnswerConsent(
                agreed.purpose(),
                null,
                agreed.given(),
                agreed.by(),
                byThePerson ? null : said.decidedBy(),
                byThePerson ? null : said.grounds());
        boolean asBefore = referrals
                .consentsOf(id)
                .newest(agreed.purpose(), null)
                .filter(before -> before.given() == answer.given()
                        && before.by() == answer.by()
                        && Objects.equals(before.decidedBy(), answer.decidedBy())
                        && Objects.equals(before.grounds(), answer.grounds()))
                .isPresent();
        if (!asBefore) {
            referrals.answerConsent(id, answer, actor);
        }
    }

    private static void requirePossible(HoldConversation said, Person person, Problems problems) {
        if (Boolean.TRUE.equals(said.mail())) {
            if (person.mail().isEmpty()) {
                problems.add("mail", "We have no mail address of theirs: choose no");
            } else if (person.safeContact().of(Way.MAIL) == Safety.UNSAFE) {
                problems.add("mail", "Mail is not safe for this person: choose no");
            }
        }
        if (Boolean.TRUE.equals(said.text())) {
            if (person.phone().isEmpty() && person.otherPhone().isEmpty()) {
                problems.add("text", "We have no phone number of theirs: choose no");
            } else if (person.safeContact().of(Way.TEXT) == Safety.UNSAFE) {
                problems.add("text", "Texts are not safe for this person: choose no");
            }
        }
    }
}
