package org.commonground.web.setup;

import java.util.List;
import java.util.function.Function;
import org.commonground.group.Audience;
import org.commonground.group.GroupKind;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.submitted.Submitted;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;

/** The page that asks for what is known about a group: one field for each cell of {@link GroupFacts}. */
final class GroupForm {

    private static final List<Option> YES_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));

    private GroupForm() {}

    /** @param cells each cell's text by its name; null for none */
    static FormPage page(
            String title, String back, Function<String, String> cells, List<Option> neighbourhoods, String button) {
        return FormPage.of(
                title,
                "Group",
                back,
                List.of(
                        FormField.text("name", "Name", null, cells.apply("name")),
                        FormField.select(
                                "neighbourhood",
                                "Neighbourhood",
                                "Where it is at home",
                                neighbourhoods,
                                cells.apply("neighbourhood")),
                        FormField.several(
                                "also_for",
                                "Others that may send people there",
                                null,
                                neighbourhoods,
                                Submitted.parts(cells.apply("also_for"))),
                        FormField.longText(
                                "does", "What the group does", "In words anybody may read", cells.apply("does")),
                        FormField.radios(
                                "kind",
                                "How it is run",
                                null,
                                Option.of(GroupKind.values(), GroupKind::word, GroupKind::label),
                                cells.apply("kind")),
                        FormField.radios(
                                "tier",
                                "Tier",
                                "What its proof of safety allows",
                                Option.of(Tier.values(), Tier::word, Tier::label),
                                cells.apply("tier")),
                        FormField.several(
                                "needs",
                                "Needs it meets",
                                null,
                                Option.of(Need.values(), Need::word, Need::label),
                                Submitted.parts(cells.apply("needs"))),
                        FormField.several(
                                "support",
                                "Support it offers",
                                null,
                                Option.of(Support.values(), Support::word, Support::label),
                                Submitted.parts(cells.apply("support"))),
                        FormField.radios(
                                "audience",
                                "Open to",
                                null,
                                Option.of(Audience.values(), Audience::word, Audience::label),
                                cells.apply("audience")),
                        FormField.text("youngest_age", "Youngest age", "Empty for any", cells.apply("youngest_age")),
                        FormField.text("oldest_age", "Oldest age", "Empty for any", cells.apply("oldest_age")),
                        FormField.several(
                                "only_with_need",
                                "Only for people with one of these needs",
                                "None for everybody",
                                Option.of(Need.values(), Need::word, Need::label),
                                Submitted.parts(cells.apply("only_with_need"))),
                        FormField.text(
                                "languages",
                                "Languages",
                                "In English words; several with semicolons: English; Somali",
                                cells.apply("languages")),
                        FormField.text(
                                "sessions",
                                "When it meets each week",
                                "Several with semicolons: Tuesday 14:00 to 16:00; Friday 9:30 to 11:00",
                                cells.apply("sessions")),
                        FormField.text(
                                "weeks",
                                "Weeks a course lasts",
                                "Empty where people stay until they leave",
                                cells.apply("weeks")),
                        FormField.text(
                                "cost", "What it costs", "In words; empty where it is free", cells.apply("cost")),
                        FormField.text(
                                "price_pence",
                                "Highest price of one session, in pence",
                                "Empty where it is free or differs",
                                cells.apply("price_pence")),
                        FormField.text("places", "Places in all", null, cells.apply("places")),
                        FormField.text(
                                "new_people_a_month",
                                "Most new people in a month",
                                null,
                                cells.apply("new_people_a_month")),
                        FormField.text(
                                "open_offers",
                                "Most offers that wait for an answer at once",
                                null,
                                cells.apply("open_offers")),
                        FormField.text(
                                "address", "Address", "As a person needs it to find the door", cells.apply("address")),
                        FormField.radios(
                                "address_is_public",
                                "May anybody know the address?",
                                null,
                                YES_NO,
                                cells.apply("address_is_public")),
                        FormField.text(
                                "district", "First part of its postcode", "Such as BS5", cells.apply("district")),
                        FormField.text(
                                "nearby",
                                "From where people come easily",
                                "First parts of postcodes, with semicolons: BS2; BS4",
                                cells.apply("nearby")),
                        FormField.text("travel", "How to get there", "Bus, parking, steps", cells.apply("travel")),
                        FormField.text(
                                "meets_people",
                                "Who meets people at the first session",
                                null,
                                cells.apply("meets_people")),
                        FormField.text("phone", "The group’s number", "For the link worker", cells.apply("phone")),
                        FormField.radios(
                                "from_home",
                                "Can people take part by phone or online?",
                                null,
                                YES_NO,
                                cells.apply("from_home")),
                        FormField.radios(
                                "waiting_list",
                                "May people wait while it is full?",
                                null,
                                YES_NO,
                                cells.apply("waiting_list"))),
                button);
    }

    /** What was sent, as cells: what is ticked in several boxes is one cell. What is wrong is noted where it was sent. */
    static NewGroup read(Filled filled) {
        Problems problems = new Problems();
        NewGroup group = GroupFacts.read(cells(filled), problems);
        problems.byField().forEach(filled::problem);
        return group;
    }

    static Function<String, String> cells(Filled filled) {
        return name -> String.join(";", filled.all(name));
    }
}
