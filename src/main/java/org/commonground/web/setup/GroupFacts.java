package org.commonground.web.setup;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.group.Audience;
import org.commonground.group.GroupKind;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.NewGroup.NewSession;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.platform.Worded;
import org.commonground.platform.refusal.Commands;

/**
 * What is known about a group as text, cell by cell: as a page's form sends it and a file's line holds it. Several
 * values of one cell are separated by semicolons.
 */
final class GroupFacts {

    static final List<String> COLUMNS = List.of(
            "name",
            "does",
            "kind",
            "tier",
            "needs",
            "support",
            "youngest_age",
            "oldest_age",
            "audience",
            "only_with_need",
            "languages",
            "sessions",
            "cost",
            "price_pence",
            "weeks",
            "places",
            "new_people_a_month",
            "open_offers",
            "address",
            "address_is_public",
            "district",
            "nearby",
            "travel",
            "meets_people",
            "phone",
            "from_home",
            "waiting_list");

    /** Where a rule's field has another name than its cell. */
    private static final Map<String, String> CELLS = Map.ofEntries(
            Map.entry("meets", "needs"),
            Map.entry("offers", "support"),
            Map.entry("minimumAge", "youngest_age"),
            Map.entry("maximumAge", "oldest_age"),
            Map.entry("ageInOrder", "oldest_age"),
            Map.entry("onlyWithNeed", "only_with_need"),
            Map.entry("costInWords", "cost"),
            Map.entry("price", "price_pence"),
            Map.entry("newPeopleAMonth", "new_people_a_month"),
            Map.entry("openOffers", "open_offers"),
            Map.entry("addressIsPublic", "address_is_public"),
            Map.entry("meetsPeople", "meets_people"),
            Map.entry("fromHome", "from_home"),
            Map.entry("waitingList", "waiting_list"));

    private final Function<String, String> cells;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private GroupFacts(Function<String, String> cells) {
        this.cells = cells;
    }

    /** @param problems by cell, all at once; the group is of use only where there are none */
    record Read(NewGroup group, Map<String, String> problems) {}

    /** @param cells each cell's text by its name; null or blank for none */
    static Read read(Function<String, String> cells) {
        GroupFacts facts = new GroupFacts(cells);
        NewGroup group = facts.group();
        Commands.problems(group).forEach((field, words) -> {
            String plain = field.replaceAll("[\\[.].*", "");
            facts.problems.putIfAbsent(CELLS.getOrDefault(plain, plain), words);
        });
        return new Read(group, facts.problems);
    }

    /** The same group as cells. */
    static Map<String, String> written(NewGroup group) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name", group.name());
        cells.put("does", group.does());
        cells.put("kind", group.kind().word());
        cells.put("tier", group.tier().word());
        cells.put("needs", joined(group.meets(), Need::word));
        cells.put("support", joined(group.offers(), Support::word));
        cells.put("youngest_age", text(group.minimumAge()));
        cells.put("oldest_age", text(group.maximumAge()));
        cells.put("audience", group.audience().word());
        cells.put("only_with_need", joined(group.onlyWithNeed(), Need::word));
        cells.put("languages", joined(group.languages(), Function.identity()));
        cells.put(
                "sessions",
                group.sessions().stream()
                        .sorted(Comparator.comparing(NewSession::day).thenComparing(NewSession::start))
                        .map(session -> new Session(session.day(), session.start(), session.end()).inWords())
                        .collect(Collectors.joining("; ")));
        cells.put("cost", group.cost());
        cells.put("price_pence", text(group.price()));
        cells.put("weeks", text(group.weeks()));
        cells.put("places", text(group.places()));
        cells.put("new_people_a_month", text(group.newPeopleAMonth()));
        cells.put("open_offers", text(group.openOffers()));
        cells.put("address", group.address());
        cells.put("address_is_public", yesOrNo(group.addressIsPublic()));
        cells.put("district", group.district());
        cells.put("nearby", joined(group.nearby(), Function.identity()));
        cells.put("travel", group.travel());
        cells.put("meets_people", group.meetsPeople());
        cells.put("phone", group.phone());
        cells.put("from_home", yesOrNo(group.fromHome()));
        cells.put("waiting_list", yesOrNo(group.waitingList()));
        return cells;
    }

    private NewGroup group() {
        return new NewGroup(
                text("name"),
                text("does"),
                one("kind", Worded.reader(GroupKind.class), words(GroupKind.values(), GroupKind::word)),
                one("tier", Worded.reader(Tier.class), words(Tier.values(), Tier::word)),
                several("needs", Worded.reader(Need.class), words(Need.values(), Need::word)),
                several("support", Worded.reader(Support.class), words(Support.values(), Support::word)),
                number("youngest_age"),
                number("oldest_age"),
                one("audience", Worded.reader(Audience.class), words(Audience.values(), Audience::word)),
                several("only_with_need", Worded.reader(Need.class), words(Need.values(), Need::word)),
                Set.copyOf(parts("languages")),
                sessions(),
                text("cost"),
                number("weeks"),
                orNone(number("places")),
                orNone(number("new_people_a_month")),
                orNone(number("open_offers")),
                text("address"),
                yes("address_is_public"),
                upper(text("district")),
                parts("nearby").stream().map(GroupFacts::upper).collect(Collectors.toSet()),
                text("travel"),
                text("meets_people"),
                text("phone"),
                number("price_pence"),
                yes("from_home"),
                yes("waiting_list"));
    }

    private String text(String cell) {
        String text = cells.apply(cell);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private List<String> parts(String cell) {
        String text = text(cell);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;\\n]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    private <T> T one(String cell, Function<String, T> type, String known) {
        return Optional.ofNullable(text(cell))
                .flatMap(word -> value(cell, word, type, known))
                .orElse(null);
    }

    private <T> Set<T> several(String cell, Function<String, T> type, String known) {
        Set<T> values = new LinkedHashSet<>();
        parts(cell).forEach(word -> value(cell, word, type, known).ifPresent(values::add));
        return values;
    }

    private <T> Optional<T> value(String cell, String word, Function<String, T> type, String known) {
        try {
            return Optional.of(type.apply(word.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            problems.putIfAbsent(cell, "Use only these words: " + known);
            return Optional.empty();
        }
    }

    private Integer number(String cell) {
        String text = text(cell);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            problems.putIfAbsent(cell, "Enter a whole number");
            return null;
        }
    }

    private boolean yes(String cell) {
        String text = text(cell);
        if (text != null && !text.equalsIgnoreCase("yes") && !text.equalsIgnoreCase("no")) {
            problems.putIfAbsent(cell, "Enter yes or no");
        }
        return "yes".equalsIgnoreCase(text);
    }

    private List<NewSession> sessions() {
        return parts("sessions").stream()
                .flatMap(words -> {
                    Optional<NewSession> session = NewSession.of(words);
                    if (session.isEmpty()) {
                        problems.putIfAbsent("sessions", "Write each session like: Tuesday 14:00 to 16:00");
                    }
                    return session.stream();
                })
                .toList();
    }

    /** A number that is missing is refused by its own rule. */
    private static int orNone(Integer number) {
        return number == null ? 0 : number;
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static <T> String joined(Collection<T> values, Function<T, String> word) {
        return values.stream().map(word).sorted().collect(Collectors.joining("; "));
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(Collectors.joining(", "));
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
