package org.commonground.web.referral;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Teams;
import org.commonground.conversation.Contacts;
import org.commonground.followup.FollowUpPlan;
import org.commonground.followup.FollowUps;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.event.Recorded;
import org.commonground.platform.event.Story;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Person;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.Safety;
import org.commonground.referral.Urgency;
import org.commonground.referral.Way;
import org.commonground.web.referral.ReferralPage.Contact;
import org.commonground.web.referral.ReferralPage.Fact;
import org.commonground.web.referral.ReferralPage.Moment;
import org.commonground.web.referral.ReferralPage.Try;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a referral shows, and records every look. */
@Service
@Transactional
class ReferralPages {

    /** How much of the story a page shows. */
    private static final int NEWEST = 50;

    private final Referrals referrals;
    private final Placements placements;
    private final Groups groups;
    private final Contacts contacts;
    private final FollowUps followUps;
    private final Teams teams;
    private final Besides beside;
    private final Story story;
    private final Events events;
    private final Clock clock;
    private final WorkingDays days;

    ReferralPages(
            Referrals referrals,
            Placements placements,
            Groups groups,
            Contacts contacts,
            FollowUps followUps,
            Teams teams,
            Besides beside,
            Story story,
            Events events,
            Clock clock,
            WorkingDays days) {
        this.referrals = referrals;
        this.placements = placements;
        this.groups = groups;
        this.contacts = contacts;
        this.followUps = followUps;
        this.teams = teams;
        this.beside = beside;
        this.story = story;
        this.events = events;
        this.clock = clock;
        this.days = days;
    }

    /** The page for the team. The caller has opened the {@link Door}. */
    ReferralPage forTeam(Referral referral, Actor actor) {
        look(referral, actor);
        Person person = referrals.personOf(referral.id());
        List<Placement> tries = placements.of(referral.id());
        Map<UUID, String> names = namesOf(tries);
        return new ReferralPage(
                referral.reference().text(),
                person.name().text(),
                person.called().map(Personal::text).orElse(null),
                person.born().ageOn(days.today()),
                contact(person),
                details(referral, person),
                StandingWords.of(referral),
                referrals.isPaused(referral.id()),
                referral.isOpen(),
                dates(referral, tries, names),
                tries(tries, names),
                beside.of(referral),
                story(referral, names));
    }

    /** Records that somebody has opened the page. */
    void look(Referral referral, Actor actor) {
        events.publish(ReferralLookedAt.by(actor, referral.id()));
    }

    /** The group's name for each placement, by the placement's id. */
    private Map<UUID, String> namesOf(List<Placement> tries) {
        return tries.stream()
                .collect(Collectors.toMap(
                        placement -> placement.id().value(),
                        placement -> groups.get(placement.group()).name()));
    }

    private static List<Contact> contact(Person person) {
        Function<Way, Contact> contact = way -> {
            boolean safe = person.safeContact().isSafe(way);
            return new Contact(
                    words(way),
                    person.safeContact().of(way).word(),
                    safe ? address(person, way).orElse(null) : null);
        };
        return Stream.of(Safety.SAFE, Safety.UNSAFE, Safety.UNKNOWN)
                .flatMap(safety -> person.safeContact().ways(safety).stream())
                .map(contact)
                .toList();
    }

    private static Optional<String> address(Person person, Way way) {
        return switch (way) {
            case CALL, VOICEMAIL, TEXT ->
                Optional.of(Stream.of(person.phone(), person.otherPhone())
                                .flatMap(Optional::stream)
                                .map(Personal::text)
                                .collect(Collectors.joining(" or ")))
                        .filter(numbers -> !numbers.isEmpty());
            case MAIL -> person.mail().map(Personal::text);
            case LETTER -> person.address().map(address -> address.text().replaceAll("\\s*\\R\\s*", ", "));
        };
    }

    private static String words(Way way) {
        return switch (way) {
            case CALL -> "Phone call";
            case VOICEMAIL -> "Voicemail";
            case TEXT -> "Text message";
            case MAIL -> "E-mail";
            case LETTER -> "Letter to the home";
        };
    }

    private List<Fact> details(Referral referral, Person person) {
        List<Fact> details = new ArrayList<>();
        add(details, "Who may answer", person.safeContact().whoMayAnswer());
        add(details, "Good times", person.safeContact().bestTimes());
        details.add(
                new Fact("Language", person.language().text() + (person.interpreter() ? ", with an interpreter" : "")));
        teams.find(referral.team()).ifPresent(team -> details.add(new Fact("Team", team.name())));
        return details;
    }

    private static void add(List<Fact> facts, String label, Personal value) {
        if (value != null) {
            facts.add(new Fact(label, value.text()));
        }
    }

    private List<Fact> dates(Referral referral, List<Placement> tries, Map<UUID, String> names) {
        List<Fact> dates = new ArrayList<>();
        dates.add(new Fact(
                "Received",
                InWords.stamp(referral.receivedAt())
                        + (referral.urgency().filter(Urgency.URGENT::equals).isPresent() ? ", urgent" : "")));
        if (!referral.isOpen()) {
            referral.closedAt().ifPresent(at -> dates.add(new Fact("Closed", InWords.stamp(at))));
            return dates;
        }
        tries.stream()
                .filter(Placement::isOpen)
                .forEach(placement -> placement
                        .firstSession()
                        .ifPresent(session -> dates.add(new Fact(
                                "First session at " + names.get(placement.id().value()),
                                InWords.stamp(session.start())))));
        followUps
                .of(referral.id())
                .flatMap(FollowUpPlan::next)
                .ifPresent(next -> dates.add(new Fact("Next follow-up", InWords.date(next.on()))));
        return dates;
    }

    private static List<Try> tries(List<Placement> tries, Map<UUID, String> names) {
        return tries.stream()
                .filter(Placement::isOpen)
                .map(placement -> new Try(
                        names.get(placement.id().value()),
                        placement.state().label(),
                        // the group's day to answer; it says nothing once it has answered
                        placement
                                .answerBy()
                                .filter(day -> placement.state() == PlacementState.OFFERED)
                                .map(InWords::date)
                                .orElse(null)))
                .toList();
    }

    private List<Moment> story(Referral referral, Map<UUID, String> names) {
        return story.of(referral.id().value(), StoryWords.kinds(), NEWEST).stream()
                .map(event -> moment(event, names))
                .toList();
    }

    private static Moment moment(Recorded event, Map<UUID, String> names) {
        return new Moment(
                InWords.stamp(event.at()), StoryWords.of(event, Optional.ofNullable(names.get(event.subject()))));
    }
}
