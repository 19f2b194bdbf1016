package org.commonground.person;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.Findable;
import org.commonground.platform.personal.NameWords;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;

/**
 * Something by which a person is found again, written so that what means the same is the same: without case, accents,
 * spaces, hyphens and apostrophes. Only its digest is kept.
 */
public record Mark(Kind kind, String plain) implements Findable {

    /** What a mark is made of. */
    enum Kind implements Worded {
        NHS_NUMBER,
        /** Given and family name and the date of birth, all together. */
        NAME_AND_BIRTH,
        /** One word of a name, or a whole name in one word. */
        NAME_WORD,
        BORN,
        PHONE;
    }

    /** Every mark of a person. */
    static Set<Mark> of(Person person) {
        Set<Mark> marks = new LinkedHashSet<>(identifying(person));
        Stream.of(person.given(), person.family()).forEach(name -> {
            marks.addAll(words(name));
            // and as those write it who hear a pause in O'Brien
            marks.addAll(words(NameWords.heard(name.text())));
            marks.add(whole(name));
        });
        person.called().ifPresent(name -> marks.addAll(words(name)));
        marks.add(born(person.born()));
        person.phone().map(Mark::phone).ifPresent(marks::add);
        person.otherPhone().map(Mark::phone).ifPresent(marks::add);
        marks.removeIf(mark -> mark.plain().isEmpty());
        return marks;
    }

    /** The marks that only one person should have: two referrals that share one may be about the same person. */
    static Set<Mark> identifying(Person person) {
        Set<Mark> marks = new LinkedHashSet<>();
        person.nhsNumber().map(Mark::nhsNumber).ifPresent(marks::add);
        marks.add(new Mark(
                Kind.NAME_AND_BIRTH,
                NameWords.letters(person.given().text() + person.family().text())
                        + " "
                        + person.born().text()));
        return marks;
    }

    public static Mark nhsNumber(NhsNumber number) {
        return new Mark(Kind.NHS_NUMBER, number.text());
    }

    public static Mark born(BirthDate born) {
        return new Mark(Kind.BORN, born.text());
    }

    /** The digits alone; a number from abroad that is one of this country is written as at home. */
    public static Mark phone(Phone phone) {
        String digits = phone.text().replaceAll("\\(0\\)", "").replaceAll("[^0-9+]", "");
        return new Mark(Kind.PHONE, digits.replaceFirst("^(\\+|00)44", "0").replaceAll("[^0-9]", ""));
    }

    /** The words of a name as somebody writes it; an apostrophe divides no word. */
    public static Set<Mark> words(PersonName name) {
        return words(NameWords.written(name.text()));
    }

    private static Set<Mark> words(Set<String> words) {
        Set<Mark> marks = new LinkedHashSet<>();
        words.forEach(word -> marks.add(new Mark(Kind.NAME_WORD, word)));
        return marks;
    }

    /** The name as one word: {@code Anne-Marie} is found as {@code annemarie}. */
    public static Mark whole(PersonName name) {
        return new Mark(Kind.NAME_WORD, NameWords.letters(name.text()));
    }

    @Override
    public String ofKind() {
        return kind.word();
    }

    @Override
    public String toString() {
        return "Mark[" + kind + ", " + Personal.HIDDEN + "]";
    }
}
