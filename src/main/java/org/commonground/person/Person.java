package org.commonground.person;

import java.util.Optional;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;

/**
 * Who is referred, and how to reach them. Only for those who work with the person: the caller has checked that.
 *
 * @param called what they like to be called; empty where nobody said
 * @param language the language they speak best, in words
 * @param interpreter whether they need an interpreter
 */
public record Person(
        PersonId id,
        Optional<NhsNumber> nhsNumber,
        PersonName given,
        PersonName family,
        Optional<PersonName> called,
        BirthDate born,
        Gender gender,
        Ethnicity ethnicity,
        Optional<PostalAddress> address,
        Optional<Phone> phone,
        Optional<Phone> otherPhone,
        Optional<MailAddress> mail,
        SafeContact safeContact,
        Trait language,
        boolean interpreter) {

    /** Given and family name, as a list or a card shows them. */
    public PersonName name() {
        return fullName(given, family);
    }

    public static PersonName fullName(PersonName given, PersonName family) {
        return new PersonName(given.text() + " " + family.text());
    }

    /** How to greet them: what they like to be called, else the given name. */
    public PersonName firstName() {
        return called.orElse(given);
    }

    /** Names nobody: gender and ethnicity are no {@code Personal} values, and stay out of logs as well. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
