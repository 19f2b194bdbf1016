package org.commonground.referral.details;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.commonground.account.PracticeId;
import org.commonground.person.Person;
import org.commonground.person.SafeContact;
import org.commonground.person.SafeWays;
import org.commonground.person.Way;
import org.commonground.platform.personal.Digests;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;
import org.commonground.platform.personal.WrittenAsPhone;

/**
 * Everything about a person that may be changed, as it is or as it shall be.
 *
 * @param calledName what they like to be called; null where it is the given name
 * @param practice the practice they are registered with
 * @param practiceMayHear whether a new practice may hear how it goes; null where the practice stays
 */
public record ChangeDetails(
        @NotNull(message = "Enter the person's given name") @Written(upTo = 100)
        PersonName givenName,

        @NotNull(message = "Enter the person's family name") @Written(upTo = 100)
        PersonName familyName,

        @Written(upTo = 100) PersonName calledName,
        @Written(upTo = 500) PostalAddress address,

        @WrittenAsPhone Phone phone,

        @WrittenAsPhone Phone otherPhone,

        @WrittenAsMail MailAddress mail,

        @NotNull(message = "Enter the language they speak best") @Written(upTo = 50)
        Trait language,

        @NotNull(message = "Say whether the person needs an interpreter")
        Boolean interpreter,

        @NotNull(message = "Say which ways are safe") @Valid SafeWays contact,

        @NotNull(message = "Choose a practice") PracticeId practice,
        Boolean practiceMayHear) {

    static ChangeDetails of(Person person, PracticeId practice) {
        SafeContact safe = person.safeContact();
        return new ChangeDetails(
                person.given(),
                person.family(),
                person.called().orElse(null),
                person.address().orElse(null),
                person.phone().orElse(null),
                person.otherPhone().orElse(null),
                person.mail().orElse(null),
                person.language(),
                person.interpreter(),
                new SafeWays(
                        safe.of(Way.CALL),
                        safe.of(Way.VOICEMAIL),
                        safe.of(Way.TEXT),
                        safe.of(Way.MAIL),
                        safe.of(Way.LETTER),
                        safe.whoMayAnswer(),
                        safe.bestTimes()),
                practice,
                null);
    }

    @AssertTrue(message = "Keep a phone number, a mail address or a postal address")
    boolean isPhone() {
        return phone != null || otherPhone != null || mail != null || address != null;
    }

    /** The same person with these details. */
    Person of(Person before) {
        return new Person(
                before.id(),
                before.nhsNumber(),
                givenName,
                familyName,
                Optional.ofNullable(calledName),
                before.born(),
                before.gender(),
                before.ethnicity(),
                Optional.ofNullable(address),
                Optional.ofNullable(phone),
                Optional.ofNullable(otherPhone),
                Optional.ofNullable(mail),
                contact.asSafeContact(),
                language,
                interpreter);
    }

    /** A fingerprint by which it is noticed that they have changed meanwhile. */
    public String mark() {
        return HexFormat.of().formatHex(Digests.of(this));
    }

    /** Whether this part is the same in both. */
    boolean same(Detail part, ChangeDetails other) {
        return switch (part) {
            case NAME -> givenName.equals(other.givenName) && familyName.equals(other.familyName);
            case CALLED_NAME -> Objects.equals(calledName, other.calledName);
            case ADDRESS -> Objects.equals(address, other.address);
            case PHONE -> Objects.equals(phone, other.phone) && Objects.equals(otherPhone, other.otherPhone);
            case MAIL -> Objects.equals(mail, other.mail);
            case LANGUAGE -> language.equals(other.language) && interpreter.equals(other.interpreter);
            case SAFE_WAYS ->
                contact.asSafeContact()
                        .ways()
                        .equals(other.contact.asSafeContact().ways());
            case TIMES ->
                Objects.equals(contact.whoMayAnswer(), other.contact.whoMayAnswer())
                        && Objects.equals(contact.bestTimes(), other.contact.bestTimes());
            case PRACTICE -> practice.equals(other.practice);
        };
    }

    /** Hides the interpreter too, which is no personal value by its type. */
    @Override
    public String toString() {
        return "ChangeDetails[" + Personal.HIDDEN + "]";
    }
}
