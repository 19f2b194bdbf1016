package org.commonground.conversation.notebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.platform.personal.Narrative;

/** One line "what, who, by when"; what is to be done may have commas of its own. */
record ActionLine(Narrative what, Narrative who, LocalDate by) {

    private static final int LONGEST = 300;
    private static final int MOST_YEARS = 2;
    private static final List<DateTimeFormatter> DAYS =
            formatters("d MMMM uuuu", "d MMM uuuu", "d/M/uuuu", "d.M.uuuu", "uuuu-MM-dd");
    private static final List<DateTimeFormatter> DAYS_OF_ANY_YEAR = formatters("d MMMM", "d MMM", "d/M", "d.M.");

    /** Says which line, and what it should look like; never what was written. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Unreadable(int line, String message) {
            super("Line " + line + ": " + message, null, false, false);
        }
    }

    /**
     * @param number of the line, from 1
     * @param today a day without a year is the next such day
     */
    static ActionLine read(int number, String line, LocalDate today) {
        int last = line.lastIndexOf(',');
        int before = last < 0 ? -1 : line.lastIndexOf(',', last - 1);
        if (before < 0) {
            throw new Unreadable(
                    number,
                    "write what, who and by when with commas between, such as: Ring the choir, Jo, 12 December");
        }
        Narrative what = Narrative.of(line.substring(0, before));
        Narrative who = Narrative.of(line.substring(before + 1, last));
        if (what == null || who == null) {
            throw new Unreadable(number, "say what is to be done, and who does it");
        }
        if (line.length() > LONGEST) {
            throw new Unreadable(number, "use at most " + LONGEST + " characters");
        }
        LocalDate by = day(line.substring(last + 1).strip(), today)
                .orElseThrow(() -> new Unreadable(
                        number, "the day at the end cannot be read: write it as 12 December 2026 or 12/12/2026"));
        if (by.isBefore(today) || by.isAfter(today.plusYears(MOST_YEARS))) {
            throw new Unreadable(number, "the day must be still to come, within two years");
        }
        return new ActionLine(what, who, by);
    }

    private static Optional<LocalDate> day(String text, LocalDate today) {
        Stream<LocalDate> whole = DAYS.stream().flatMap(days -> parsed(() -> LocalDate.parse(text, days)).stream());
        Stream<LocalDate> next = DAYS_OF_ANY_YEAR.stream()
                .flatMap(days -> parsed(() -> MonthDay.parse(text, days)).stream())
                .map(day -> next(day, today));
        return Stream.concat(whole, next).findFirst();
    }

    /** Of 29 February the next that there is, never the day before. */
    private static LocalDate next(MonthDay day, LocalDate today) {
        return IntStream.iterate(today.getYear(), year -> year + 1)
                .filter(day::isValidYear)
                .mapToObj(day::atYear)
                .filter(on -> !on.isBefore(today))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Optional<T> parsed(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<DateTimeFormatter> formatters(String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
