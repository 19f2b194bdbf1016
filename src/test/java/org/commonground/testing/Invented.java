package org.commonground.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Ethnicity;
import org.commonground.person.Gender;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Urgency;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.intake.OwnNumber;
import org.commonground.referral.intake.ReferralMessage;

/** A practice's message about somebody invented, whole and valid, and the same with something changed. */
public record Invented(ReferralMessage message) {

    private static final LocalDate YOUNGEST = LocalDate.of(1951, 3, 14);
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** A new message with a number of its own, about a person of its own: nobody else has their NHS number and birthday. */
    public static Invented referral() {
        int person = PEOPLE.incrementAndGet();
        return new Invented(new ReferralMessage(
                new OwnNumber("R-" + UUID.randomUUID()),
                Urgency.ROUTINE,
                new ReferralMessage.Who(
                        nhsNumber(person),
                        null,
                        new PersonName("Wilhelmina"),
                        new PersonName("Testerton"),
                        new PersonName("Billie"),
                        new BirthDate(YOUNGEST.minusDays(person)),
                        Gender.WOMAN,
                        Ethnicity.PREFER_NOT_TO_SAY,
                        new PostalAddress("3 Invented Row\nExampleton\nEX1 1AA"),
                        new Phone("01632 960018"),
                        null,
                        new MailAddress("billie@person.example"),
                        null,
                        false),
                new SafeWays(
                        Safety.SAFE,
                        Safety.UNSAFE,
                        Safety.UNKNOWN,
                        Safety.SAFE,
                        null,
                        new Narrative("Her sister Agatha, who knows"),
                        new Narrative("Weekday mornings")),
                new ReferralMessage.Referrer(new PersonName("Dr Quentin Sample"), new Trait("GP")),
                new ReferralMessage.Reason(
                        new Narrative("Alone since her husband died; used to sing"),
                        List.of(Need.LONELINESS, Need.BEREAVEMENT)),
                new ReferralMessage.Requirements(List.of(Support.STEP_FREE), new Narrative("Walks with a frame")),
                new ReferralMessage.Risk(RiskLevel.NONE, null, null),
                new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, true, null)));
    }

    /** One of the numbers kept for tests: 999 and seven digits, of which the last checks the others. */
    private static NhsNumber nhsNumber(int person) {
        for (int check = 0; check < 10; check++) {
            String digits = "999%06d%d".formatted(100_000 + person, check);
            if (NhsNumber.isValid(digits)) {
                return new NhsNumber(digits);
            }
        }
        // one in eleven has no check digit
        return nhsNumber(person + 500_000);
    }

    public Invented urgent() {
        return with(Urgency.URGENT, message.person(), message.risk(), message.consent());
    }

    public Invented person(ReferralMessage.Who person) {
        return with(message.urgency(), person, message.risk(), message.consent());
    }

    /** Somebody of another name. */
    public Invented named(String given, String family) {
        ReferralMessage.Who who = message.person();
        return person(new ReferralMessage.Who(
                who.nhsNumber(),
                who.nhsNumberMissing(),
                new PersonName(given),
                new PersonName(family),
                who.calledName(),
                who.dateOfBirth(),
                who.gender(),
                who.ethnicity(),
                who.address(),
                who.phone(),
                who.otherPhone(),
                who.mail(),
                who.language(),
                who.interpreter()));
    }

    public Invented risk(RiskLevel level, String narrative, String instruction) {
        ReferralMessage.Risk risk = new ReferralMessage.Risk(level, Narrative.of(narrative), Narrative.of(instruction));
        return with(message.urgency(), message.person(), risk, message.consent());
    }

    public Invented consent(ReferralMessage.Agreement consent) {
        return with(message.urgency(), message.person(), message.risk(), consent);
    }

    /** How each way is marked. */
    public Invented contact(Safety call, Safety voicemail, Safety text, Safety mail, Safety letter) {
        SafeWays before = message.contact();
        return new Invented(new ReferralMessage(
                message.ownNumber(),
                message.urgency(),
                message.person(),
                new SafeWays(call, voicemail, text, mail, letter, before.whoMayAnswer(), before.bestTimes()),
                message.referrer(),
                message.reason(),
                message.requirements(),
                message.risk(),
                message.consent()));
    }

    public Invented withoutFeedback() {
        return consent(new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, false, null, null));
    }

    public Invented withoutOwnNumber() {
        return new Invented(new ReferralMessage(
                null,
                message.urgency(),
                message.person(),
                message.contact(),
                message.referrer(),
                message.reason(),
                message.requirements(),
                message.risk(),
                message.consent()));
    }

    private Invented with(
            Urgency urgency, ReferralMessage.Who person, ReferralMessage.Risk risk, ReferralMessage.Agreement consent) {
        return new Invented(new ReferralMessage(
                message.ownNumber(),
                urgency,
                person,
                message.contact(),
                message.referrer(),
                message.reason(),
                message.requirements(),
                risk,
                consent));
    }
}
