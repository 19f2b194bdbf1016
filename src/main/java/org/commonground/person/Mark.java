package org.commonground.person;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;

/**
 * Something by which a person is found again, written so that what means the same is the same: without case, accents,
 * spaces, hyphens and apostrophes. Only its digest is kept.
 */
public record Mark(Kind kind, String plain) {

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

    private static final String APOSTROPHE = "['’‘ʼ`]";

    /** Letters that do not fall apart into a letter and an accent, as people without that key write them. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    /** Every mark of a person. */
    static Set<Mark> of(Person person) {
        Set<Mark> marks = new LinkedHashSet<>(identifying(person));
        Stream.of(person.given(), person.family()).forEach(name -> {
            marks.addAll(words(name));
            // and as those write it who hear a pause in O'Brien
            marks.addAll(split(name.text()));
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
                letters(person.given().text() + person.family().text())
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
        return split(name.text().replaceAll(APOSTROPHE, ""));
    }

    private static Set<Mark> split(String name) {
        Set<Mark> words = new LinkedHashSet<>();
        for (String word : name.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (!letters(word).isEmpty()) {
                words.add(new Mark(Kind.NAME_WORD, letters(word)));
            }
        }
        return words;
    }

    /** The name as one word: {@code Anne-Marie} is found as {@code annemarie}. */
    public static Mark whole(PersonName name) {
        return new Mark(Kind.NAME_WORD, letters(name.text()));
    }

    private static String letters(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        for (Map.Entry<String, String> letter : SPELLED.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }

    @Override
    public String toString() {
        return "Mark[" + kind + ", " + Personal.HIDDEN + "]";
    }
}
