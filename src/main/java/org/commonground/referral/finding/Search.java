package org.commonground.referral.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.referral.Reference;

/**
 * Whom somebody looks for. What is given must all be true of a person; null is not asked.
 *
 * @param name whole words of given, family or called name, in any order; case, accents and hyphens do not matter
 * @param phone either number, however it is written
 */
public record Search(PersonName name, BirthDate born, Phone phone, NhsNumber nhsNumber, Reference reference) {

    private static final Pattern DAY_FIRST = Pattern.compile("(?<!\\d)(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?<![\\p{L}\\d])CG[- ]?\\w{4}[- ]?\\w{2}(?![\\p{L}\\d])");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{5,}\\d");

    /**
     * Reads what somebody typed into one field: words of a name, a date (14/3/1951 or 1951-03-14), a phone number, an
     * NHS number, a reference, or several of them. What looks like none is a word of a name.
     */
    public static Search of(String typed) {
        Typed text = new Typed(typed == null ? "" : typed);
        Reference reference = text.take(REFERENCE, found -> Reference.parse(found.group()));
        BirthDate born = text.take(YEAR_FIRST, found -> date(found, 1, 2, 3));
        if (born == null) {
            born = text.take(DAY_FIRST, found -> date(found, 3, 2, 1));
        }
        NhsNumber nhsNumber = text.take(
                NUMBER,
                found -> Optional.of(found.group().replaceAll("[^0-9]", ""))
                        .filter(NhsNumber::isValid)
                        .map(NhsNumber::new));
        Phone phone = nhsNumber == null ? text.take(NUMBER, found -> Optional.of(new Phone(found.group()))) : null;
        return new Search(PersonName.of(text.rest()), born, phone, nhsNumber, reference);
    }

    /** Whether nothing at all is asked. */
    public boolean isEmpty() {
        return name == null && born == null && phone == null && nhsNumber == null && reference == null;
    }

    private static Optional<BirthDate> date(Matcher found, int year, int month, int day) {
        try {
            return Optional.of(new BirthDate(LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(month)),
                    Integer.parseInt(found.group(day)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What was typed, of which one part after the other is taken away. */
    private static final class Typed {

        private String rest;

        Typed(String text) {
            this.rest = text;
        }

        /** Takes away what looks like the pattern and can be read; null, and all stays, where nothing can. */
        <T> T take(Pattern pattern, Function<Matcher, Optional<T>> read) {
            Matcher found = pattern.matcher(rest);
            if (!found.find()) {
                return null;
            }
            Optional<T> value = read.apply(found);
            if (value.isPresent()) {
                rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
            }
            return value.orElse(null);
        }

        String rest() {
            return rest;
        }
    }

    @Override
    public String toString() {
        return "Search[" + Personal.HIDDEN + "]";
    }
}
