package org.commonground.web.setup;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.NewGroup.NewSession;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.submitted.Binder;
import org.commonground.platform.submitted.Submitted;

/**
 * What is known about a group as text, cell by cell: as a page's form sends it and a file's line holds it. Several
 * values of one cell are separated by semicolons. A neighbourhood is its id here; a file names it.
 */
final class GroupFacts {

    static final List<String> COLUMNS = List.of(
            "name",
            "neighbourhood",
            "also_for",
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
            Map.entry("alsoFor", "also_for"),
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

    private GroupFacts() {}

    /**
     * @param cells each cell's text by its name; null or blank for none
     * @param problems gains what is wrong, by cell, all at once; the group is of use only where there is nothing
     */
    static NewGroup read(Function<String, String> cells, Problems problems) {
        // a postcode is written in capital letters
        return Binder.whole(
                NewGroup.class,
                Submitted.cells(cell -> inCapitals(cell, cells.apply(cell))).named(CELLS),
                problems);
    }

    private static String inCapitals(String cell, String text) {
        return text != null && (cell.equals("district") || cell.equals("nearby"))
                ? text.toUpperCase(Locale.ROOT)
                : text;
    }

    /** The same group as cells. */
    static Map<String, String> written(NewGroup group) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name", group.name());
        cells.put("neighbourhood", group.neighbourhood().toString());
        cells.put("also_for", joined(group.alsoFor(), NeighbourhoodId::toString));
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

    private static <T> String joined(Collection<T> values, Function<T, String> word) {
        return values.stream().map(word).sorted().collect(Collectors.joining("; "));
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
