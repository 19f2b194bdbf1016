package org.commonground.conversation.talk;

import java.util.Objects;
import org.commonground.account.Actor;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.details.PersonDetails;
import org.springframework.stereotype.Component;

/** Keeps what the person agreed to in a conversation, where it is not as it was. */
@Component
class Agreements {

    private final ConsentAnswers consents;
    private final PersonDetails details;

    Agreements(ConsentAnswers consents, PersonDetails details) {
        this.consents = consents;
        this.details = details;
    }

    /** Who wants mails or texts says that they are safe, too. */
    void keep(ReferralId id, ConsentsSaid said, Actor actor) {
        said.agreed().forEach(answer -> keep(id, said, answer, actor));
        if (Boolean.TRUE.equals(said.mail())) {
            details.markSafe(id, Way.MAIL);
        }
        if (Boolean.TRUE.equals(said.text())) {
            details.markSafe(id, Way.TEXT);
        }
    }

    /** Keeps an answer about consent that is not as it was; one that stays keeps the day on which it was given. */
    private void keep(ReferralId id, ConsentsSaid said, ConsentsSaid.Agreed agreed, Actor actor) {
        boolean byThePerson = agreed.by() == GivenBy.PERSON;
        AnswerConsent answer = new AnswerConsent(
                agreed.purpose(),
                null,
                agreed.given(),
                agreed.by(),
                byThePerson ? null : said.decidedBy(),
                byThePerson ? null : said.grounds());
        boolean asBefore = consents.of(id)
                .newest(agreed.purpose(), null)
                .filter(before -> before.given() == answer.given()
                        && before.by() == answer.by()
                        && Objects.equals(before.decidedBy(), answer.decidedBy())
                        && Objects.equals(before.grounds(), answer.grounds()))
                .isPresent();
        if (!asBefore) {
            consents.answer(id, answer, actor);
        }
    }
}
