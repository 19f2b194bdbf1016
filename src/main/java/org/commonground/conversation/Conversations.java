package org.commonground.conversation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.referral.AnswerConsent;
import org.commonground.referral.GivenBy;
import org.commonground.referral.Person;
import org.commonground.referral.Purpose;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Safety;
import org.commonground.referral.Standing;
import org.commonground.referral.Way;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Talking with the person about what matters to them. */
@Service
@Transactional
public class Conversations {

    private final ConversationRepository conversations;
    private final Codes codes;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    Conversations(ConversationRepository conversations, Codes codes, Referrals referrals, Events events, Clock clock) {
        this.conversations = conversations;
        this.codes = codes;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what was said, and what was agreed to.
     *
     * @return how it ended, as the command says
     * @throws Refusal for answers that are missing or make no sense; (conflict) for a referral that has ended
     */
    public ConversationResult hold(ReferralId id, HoldConversation said, Actor actor) {
        Valid.require(said);
        Scores scores = said.requireWhole();
        if (!referrals.lock(id).isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        requirePossible(said, referrals.personOf(id));

        conversations.insert(id, referrals.keyOf(id), said, scores, clock.instant(), Actors.account(actor));
        answer(id, said, Purpose.SHARE_RISKS, said.shareRisks(), actor);
        answer(id, said, Purpose.FEEDBACK, said.feedback(), actor);
        answer(id, said, Purpose.MAIL, said.mail(), actor);
        answer(id, said, Purpose.TEXT, said.text(), actor);
        if (Boolean.TRUE.equals(said.mail())) {
            referrals.markSafe(id, Way.MAIL);
        }
        if (Boolean.TRUE.equals(said.text())) {
            referrals.markSafe(id, Way.TEXT);
        }
        if (said.result() == ConversationResult.GO_AHEAD) {
            codes.agreed(id);
            referrals.stands(id, Standing.CHOOSING);
            events.publish(ConversationHeld.by(actor, id));
        } else {
            codes.declined(id);
            events.publish(PersonDeclined.by(actor, id, DeclinedBecause.NOT_SAID));
        }
        return said.result();
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

    /** How they felt when we talked; empty answers before. */
    @Transactional(readOnly = true)
    public Scores scoresOf(ReferralId id) {
        return conversations.scores(id);
    }

    private void answer(ReferralId id, HoldConversation said, Purpose purpose, Boolean given, Actor actor) {
        if (given == null) {
            return;
        }
        boolean byThePerson = said.consentBy() == GivenBy.PERSON;
        PersonName decidedBy = byThePerson ? null : said.decidedBy();
        Narrative grounds = byThePerson ? null : said.grounds();
        referrals.answerConsent(
                id, new AnswerConsent(purpose, null, given, said.consentBy(), decidedBy, grounds), actor);
    }

    private static void requirePossible(HoldConversation said, Person person) {
        Map<String, String> problems = new TreeMap<>();
        if (Boolean.TRUE.equals(said.mail())) {
            if (person.mail().isEmpty()) {
                problems.put("mail", "We have no mail address of theirs: choose no");
            } else if (person.safeContact().of(Way.MAIL) == Safety.UNSAFE) {
                problems.put("mail", "Mail is not safe for this person: choose no");
            }
        }
        if (Boolean.TRUE.equals(said.text())) {
            if (person.phone().isEmpty() && person.otherPhone().isEmpty()) {
                problems.put("text", "We have no phone number of theirs: choose no");
            } else if (person.safeContact().of(Way.TEXT) == Safety.UNSAFE) {
                problems.put("text", "Texts are not safe for this person: choose no");
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
