package org.commonground.referral.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Ethnicity;
import org.commonground.person.Gender;
import org.commonground.person.NhsNumberMissing;
import org.commonground.person.Person;
import org.commonground.person.PersonId;
import org.commonground.person.SafeContact;
import org.commonground.person.SafeWays;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;
import org.commonground.platform.personal.WrittenAsPhone;
import org.commonground.referral.KnownRisk;
import org.commonground.referral.Request;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Urgency;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;

/**
 * What a practice sends when it refers somebody: the parts of the PRSB social prescribing referral message that matter
 * to us. It is the command of {@link Intake#receive}. A check that looks at two fields is named after the field that
 * its message belongs to.
 *
 * @param ownNumber the practice's own number for this referral; null where it has none
 * @param requirements null where the person needs nothing in particular
 */
public record ReferralMessage(
        @Written(upTo = 100) OwnNumber ownNumber,

        @NotNull(message = "Say how urgent it is: routine or urgent")
        Urgency urgency,

        @NotNull(message = "Say who is referred") @Valid Who person,

        @NotNull(message = "Say how the person can be reached safely") @Valid
        SafeWays contact,

        @NotNull(message = "Say who refers") @Valid Referrer referrer,

        @NotNull(message = "Say why the person is referred") @Valid
        Reason reason,

        @Valid Requirements requirements,

        @NotNull(message = "Say what is known about risks; none is an answer") @Valid
        Risk risk,

        @NotNull(message = "Say who agreed to the referral") @Valid
        Agreement consent) {

    private static final Trait ENGLISH = new Trait("English");

    /** What is asked for. */
    Request request() {
        Requirements needed = requirements == null ? Requirements.NONE : requirements;
        return new Request(
                referrer.name(),
                referrer.role(),
                reason.narrative(),
                Set.copyOf(reason.needs()),
                Set.copyOf(needed.support()),
                needed.narrative(),
                new KnownRisk(risk.level(), risk.narrative(), risk.shareInstruction()));
    }

    /**
     * The person.
     *
     * @param nhsNumberMissing why there is no NHS number; null where there is one
     * @param calledName what they like to be called; null where it is the given name
     * @param language the language they speak best; null for English
     * @param interpreter whether they need an interpreter
     */
    public record Who(
            NhsNumber nhsNumber,
            NhsNumberMissing nhsNumberMissing,

            @NotNull(message = "Enter the person's given name") @Written(upTo = 100)
            PersonName givenName,

            @NotNull(message = "Enter the person's family name") @Written(upTo = 100)
            PersonName familyName,

            @Written(upTo = 100) PersonName calledName,

            @NotNull(message = "Enter the person's date of birth")
            BirthDate dateOfBirth,

            @NotNull(message = "Say the person's gender as they state it; prefer-not-to-say is an answer")
            Gender gender,

            @NotNull(message = "Say the person's ethnicity as they state it; prefer-not-to-say is an answer")
            Ethnicity ethnicity,

            @Written(upTo = 500) PostalAddress address,

            @WrittenAsPhone Phone phone,

            @WrittenAsPhone Phone otherPhone,

            @WrittenAsMail MailAddress mail,

            @Written(upTo = 50) Trait language,

            @NotNull(message = "Say whether the person needs an interpreter")
            Boolean interpreter) {

        @AssertTrue(message = "Give the NHS number, or say why it is missing")
        boolean isNhsNumber() {
            return nhsNumber != null || nhsNumberMissing != null;
        }

        @AssertTrue(message = "There is an NHS number: leave this out")
        boolean isNhsNumberMissing() {
            return nhsNumber == null || nhsNumberMissing == null;
        }

        @AssertTrue(message = "Give a phone number, a mail address or a postal address")
        boolean isPhone() {
            return phone != null || otherPhone != null || mail != null || address != null;
        }

        /** Who this is, for our tables. */
        Person as(PersonId id, SafeContact contact) {
            return new Person(
                    id,
                    Optional.ofNullable(nhsNumber),
                    givenName,
                    familyName,
                    Optional.ofNullable(calledName),
                    dateOfBirth,
                    gender,
                    ethnicity,
                    Optional.ofNullable(address),
                    Optional.ofNullable(phone),
                    Optional.ofNullable(otherPhone),
                    Optional.ofNullable(mail),
                    contact,
                    language == null ? ENGLISH : language,
                    interpreter);
        }

        /** Hides gender and ethnicity too, which are no personal values by their type. */
        @Override
        public String toString() {
            return "Who[" + Personal.HIDDEN + "]";
        }
    }

    /** Who refers, at the practice. */
    public record Referrer(
            @NotNull(message = "Enter the referrer's name") @Written(upTo = 200)
            PersonName name,

            @NotNull(message = "Enter the referrer's role") @Written(upTo = 100)
            Trait role) {}

    /** Why: in words, and coded. */
    public record Reason(
            @NotNull(message = "Say in a few words why the person is referred") @Written(upTo = 4000)
            Narrative narrative,

            @NotEmpty(message = "Name at least one need") List<Need> needs) {

        public Reason {
            needs = needs == null ? null : needs.stream().distinct().sorted().toList();
        }
    }

    /** What the person needs so that they can take part. */
    public record Requirements(
            List<Support> support, @Written(upTo = 2000) Narrative narrative) {

        public static final Requirements NONE = new Requirements(List.of(), null);

        public Requirements {
            support = support == null
                    ? List.of()
                    : support.stream().distinct().sorted().toList();
        }
    }

    /**
     * Known risks.
     *
     * @param shareInstruction what a group may be told instead of the risk: "needs a seat near the door"
     */
    public record Risk(
            @NotNull(message = "Say what is known about risks: none, managed or unresolved")
            RiskLevel level,

            @Written(upTo = 2000) Narrative narrative,
            @Written(upTo = 500) Narrative shareInstruction) {

        @AssertTrue(message = "Say what the risk is")
        boolean isNarrative() {
            return level == null || level == RiskLevel.NONE || narrative != null;
        }
    }

    /**
     * Who agreed to the referral, and to what else.
     *
     * @param refer must be true: without it there is no referral
     * @param by who gave it
     * @param decidedBy the attorney, deputy or decision maker; null where the person answered
     * @param grounds evidence seen, or why it is in their best interests; null where the person answered
     * @param feedback whether the practice may hear how it goes
     * @param mail whether the person wants to be written to by mail
     * @param text whether the person wants text messages
     */
    public record Agreement(
            @NotNull(message = "Say whether the person agreed to be referred")
            Boolean refer,

            @NotNull(message = "Say who agreed: person, attorney-or-deputy or best-interests")
            GivenBy by,

            @Written(upTo = 200) PersonName decidedBy,
            @Written(upTo = 2000) Narrative grounds,

            @NotNull(message = "Say whether the person agreed that you hear how it goes")
            Boolean feedback,

            Boolean mail,
            Boolean text) {

        @AssertTrue(message = "We only take somebody who agreed to be referred")
        boolean isRefer() {
            return refer == null || refer;
        }

        @AssertTrue(message = "Say who decided for the person")
        boolean isDecidedBy() {
            return by == null || by == GivenBy.PERSON || decidedBy != null;
        }

        @AssertTrue(message = "Say what evidence was seen, or why it is in the person's best interests")
        boolean isGrounds() {
            return by == null || by == GivenBy.PERSON || grounds != null;
        }

        /** What was asked and answered; a purpose left out was not asked. */
        List<AnswerConsent> answers() {
            Map<Purpose, Boolean> asked = new EnumMap<>(Purpose.class);
            asked.put(Purpose.REFER, refer);
            asked.put(Purpose.FEEDBACK, feedback);
            asked.put(Purpose.MAIL, mail);
            asked.put(Purpose.TEXT, text);
            return asked.entrySet().stream()
                    .filter(answer -> answer.getValue() != null)
                    .map(answer -> new AnswerConsent(answer.getKey(), null, answer.getValue(), by, decidedBy, grounds))
                    .toList();
        }
    }
}
