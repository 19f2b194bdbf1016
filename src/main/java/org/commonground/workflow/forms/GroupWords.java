package org.commonground.workflow.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonground.account.Organiser;
import org.commonground.account.Organisers;
import org.commonground.account.Signers;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.placement.offer.GroupSide;
import org.commonground.platform.personal.Narrative;
import org.springframework.stereotype.Component;

/** What forms show of a group, in words: {@link #about} and {@link #contacts} say which. */
@Component
class GroupWords {

    static final String NOTHING = "nothing was said";

    private final Groups groups;
    private final Organisers organisers;
    private final Signers signers;

    GroupWords(Groups groups, Organisers organisers, Signers signers) {
        this.groups = groups;
        this.organisers = organisers;
        this.signers = signers;
    }

    Group group(GroupId id) {
        return groups.get(id);
    }

    /** The values {@code group, does, kind, tier, sessions, venue, travel, cost, length, offers, groupOffers}. */
    Map<String, Object> about(GroupId id) {
        Group group = groups.get(id);
        Map<String, Object> values = new HashMap<>();
        values.put("group", group.name());
        values.put("does", group.does());
        values.put("kind", group.kind().label());
        values.put("tier", group.tier().label().toLowerCase());
        values.put("sessions", group.sessionsInWords());
        values.put("venue", group.venue().address());
        values.put(
                "travel",
                group.venue().travel() == null ? NOTHING : group.venue().travel());
        values.put("cost", group.cost() == null ? "nothing, it is free" : group.cost());
        values.put("length", group.weeks() == null ? "as long as they like" : group.weeks() + " weeks");
        values.put("offers", support(group.offers()));
        values.put("groupOffers", group.offers());
        return values;
    }

    /** The values {@code organisers, groupPhone}: for the team alone. */
    Map<String, Object> contacts(GroupId id) {
        String named =
                organisers.of(id.value()).stream().map(GroupWords::contact).collect(Collectors.joining("; "));
        Group group = groups.get(id);
        return Map.of(
                "organisers",
                named.isEmpty() ? "none" : named,
                "groupPhone",
                group.venue().phone() == null ? "none" : group.venue().phone().text());
    }

    /**
     * The values {@code conditions}, which the person is asked about, empty where there are none; and {@code said}: who
     * said yes, and what else.
     */
    Map<String, Object> decision(GroupSide side) {
        String recorder =
                signers.name(side.answeredBy()).map(name -> name.text()).orElse("somebody");
        String who = side.spokenWith()
                .map(spoken -> spoken.text() + ", by phone to " + recorder)
                .orElse(recorder);
        return Map.of(
                "conditions",
                side.condition()
                        .map(kind -> kind.label() + ": "
                                + side.conditions().map(Narrative::text).orElse(""))
                        .orElse(""),
                "said",
                side.note().map(note -> who + ". " + note.text()).orElse(who));
    }

    private static String contact(Organiser organiser) {
        return organiser.phone() == null
                ? organiser.name().text()
                : organiser.name().text() + ", " + organiser.phone().text();
    }

    static String support(Collection<Support> support) {
        return support.isEmpty()
                ? "nothing in particular"
                : support.stream().sorted().map(Support::label).collect(Collectors.joining(", "));
    }

    static String needs(Collection<Need> needs) {
        return needs.stream().sorted().map(Need::label).collect(Collectors.joining(", "));
    }

    static String text(Narrative narrative) {
        return narrative == null ? NOTHING : narrative.text();
    }
}
