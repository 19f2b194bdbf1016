package org.commonground.web.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.neighbourhood.Numbers;

/** What the numbers of a neighbourhood are called on its page and in its file, in the order people ask about them. */
final class NumberWords {

    /**
     * One number.
     *
     * @param name of its component in {@link Numbers}
     * @param unit what it counts
     */
    record Word(String name, String label, String unit) {

        /** {@code contact_attempts}. */
        String column() {
            return NumberWords.column(name);
        }
    }

    /** Numbers that belong together, under one heading. */
    record Section(String title, List<Word> words) {}

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "Reaching a person",
                    List.of(
                            new Word("routineContact", "First attempt to reach a person within", "working days"),
                            new Word(
                                    "urgentContact",
                                    "First attempt within, where it is urgent",
                                    "working days, 0 for the same day"),
                            new Word("contactAttempts", "Attempts before we write a last time", "attempts"),
                            new Word(
                                    "contactWays",
                                    "Different ways to try at least",
                                    "ways, as far as so many are safe for the person"),
                            new Word("contactDaysApart", "Time between two attempts", "working days"),
                            new Word("replyWithin", "Time for a reply to the last letter", "working days"))),
            new Section(
                    "Trying groups",
                    List.of(
                            new Word("openOffers", "Groups tried for one person at once", "groups"),
                            new Word("remindAfter", "Organisers are reminded of an offer after", "working days"),
                            new Word("phoneAfter", "The link worker phones an organiser after", "working days"),
                            new Word("lapseAfter", "An offer lapses after", "working days"),
                            new Word(
                                    "checkStaysFresh",
                                    "A signed check needs no second look for",
                                    "days, where a place comes free"))),
            new Section(
                    "Waiting lists",
                    List.of(
                            new Word("askWithin", "A freed place is held for", "working days"),
                            new Word("reviewWaitingAfter", "Whoever waits is asked whether they stay after", "weeks"))),
            new Section("Who may be referred", List.of(new Word("youngestAge", "Youngest age", "years, 0 for any"))));

    private NumberWords() {}

    static Stream<Word> all() {
        return SECTIONS.stream().flatMap(section -> section.words().stream());
    }

    /** Each column of the file, with what it holds. */
    static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        all().forEach(word -> columns.put(
                word.column(),
                word.label().substring(0, 1).toLowerCase() + word.label().substring(1) + ", in " + word.unit()
                        + "; empty for the installation’s"));
        return columns;
    }

    /** Each number's column by its component. */
    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        all().forEach(word -> names.put(word.name(), word.column()));
        return names;
    }

    /** The numbers as cells by column; null for none. */
    static Map<String, String> cells(Numbers numbers) {
        Map<String, Integer> byName = numbers.byName();
        Map<String, String> cells = new LinkedHashMap<>();
        all().forEach(word -> cells.put(word.column(), text(byName.get(word.name()))));
        return cells;
    }

    static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase();
    }
}
