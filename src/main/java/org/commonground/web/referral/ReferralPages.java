package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.conversation.notebook.AgreedAction;
import org.commonground.conversation.notebook.Note;
import org.commonground.conversation.notebook.Notebook;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.event.Recorded;
import org.commonground.platform.event.Story;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.Urgency;
import org.commonground.referral.death.Deaths;
import org.commonground.referral.duplicate.Requests;
import org.commonground.web.referral.ReferralPage.Contact;
import org.commonground.web.referral.ReferralPage.Fact;
import org.commonground.web.referral.ReferralPage.Moment;
import org.commonground.web.referral.ReferralPage.Todo;
import org.commonground.web.referral.ReferralPage.Try;
import org.commonground.web.referral.ReferralPage.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a referral shows, and records every look. */
@Service
@Transactional
class ReferralPages {

    /** How much of the story a page shows. */
    private static final int NEWEST = 50;

    private final Referrals referrals;
    private final Requests requests;
    private final Deaths deaths;
    private final Practices practices;
    private final Placements placements;
    private final Groups groups;
    private final ComingUp comingUp;
    private final Touches touches;
    private final WaitingLine waiting;
    private final Notebooks notebooks;
    private final Accounts accounts;
    private final Teams teams;
    private final Besides beside;
    private final WantedWords wanted;
    private final Story story;
    private final Events events;
    private final WorkingDays days;

    ReferralPages(
            Referrals referrals,
            Requests requests,
            Deaths deaths,
            Practices practices,
            Placements placements,
            Groups groups,
            ComingUp comingUp,
            Touches touches,
            WaitingLine waiting,
            Notebooks notebooks,
            Accounts accounts,
            Teams teams,
            Besides beside,
            WantedWords wanted,
            Story story,
            Events events,
            WorkingDays days) {
        this.referrals = referrals;
        this.requests = requests;
        this.deaths = deaths;
        this.practices = practices;
        this.placements = placements;
        this.groups = groups;
        this.comingUp = comingUp;
        this.touches = touches;
        this.waiting = waiting;
        this.notebooks = notebooks;
        this.accounts = accounts;
        this.teams = teams;
        this.beside = beside;
        this.wanted = wanted;
        this.story = story;
        this.events = events;
        this.days = days;
    }

    /** The page for the team. The caller has opened the {@link Door}. */
    ReferralPage forTeam(Referral referral, Actor.SignedIn actor) {
        look(referral, actor);
        Person person = referrals.personOf(referral.id());
        List<Placement> tries = placements.of(referral.id());
        Map<UUID, String> names = namesOf(tries);
        Notebook book = notebooks.of(referral.id());
        return new ReferralPage(
                referral.reference().text(),
                person.name().text(),
                person.called().map(Personal::text).orElse(null),
                person.born().ageOn(days.today()),
                contact(person),
                details(referral, person),
                who(referral, person),
                StandingWords.of(referral),
                referrals.isPaused(referral.id()),
                deaths.mayHaveDied(referral.id()),
                referral.isOpen(),
                dates(referral),
                comingUp.of(referral, tries, names),
                waiting.on(referral, tries, actor),
                tries(tries, names),
                wanted.by(referral.id()),
                book.goals().stream().map(Personal::text).toList(),
                book.actions().stream().map(this::todo).toList(),
                book.notes().stream().map(this::written).toList(),
                beside.of(referral),
                touches.of(referral.id()),
                story(referral, names));
    }

    private Todo todo(AgreedAction action) {
        return new Todo(
                action.id().toString(),
                action.what().text(),
                action.who().text(),
                InWords.date(action.by()),
                !action.isDone() && action.by().isBefore(days.today()),
                action.isDone() ? InWords.stamp(action.doneAt()) : null);
    }

    private Written written(Note note) {
        String by = Optional.ofNullable(note.by())
                .flatMap(accounts::find)
                .map(Account::displayName)
                .map(Personal::text)
                .orElse("");
        String how = note.how() == null
                ? null
                : note.how().label() + ", " + note.with().text();
        return new Written(InWords.stamp(note.at()), by, how, note.text().text());
    }

    /** Records that somebody has opened the page. */
    void look(Referral referral, Actor.SignedIn actor) {
        events.publish(ReferralLookedAt.by(actor, referral.id(), "page"));
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
                    WayWords.of(way),
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

    private List<Fact> details(Referral referral, Person person) {
        List<Fact> details = new ArrayList<>();
        add(details, "Who may answer", person.safeContact().whoMayAnswer());
        add(details, "Good times", person.safeContact().bestTimes());
        details.addAll(wanted.risks(referral.id()));
        details.add(
                new Fact("Language", person.language().text() + (person.interpreter() ? ", with an interpreter" : "")));
        teams.find(referral.team()).ifPresent(team -> details.add(new Fact("Team", team.name())));
        return details;
    }

    private List<Fact> who(Referral referral, Person person) {
        // what was asked for besides stands beside
        Request request = requests.of(referral.id());
        List<Fact> who = new ArrayList<>();
        who.add(new Fact("Born", InWords.date(person.born().date())));
        person.nhsNumber().ifPresent(number -> who.add(new Fact("NHS number", number.shown())));
        practices.find(referral.practice()).ifPresent(practice -> who.add(new Fact("Practice", practice.name())));
        who.add(new Fact(
                "Referred by",
                request.referrer().text() + ", " + request.referrerRole().text()));
        who.add(new Fact("Why", request.reason().text()));
        who.add(new Fact(
                "Needs", request.needs().stream().sorted().map(Need::label).collect(Collectors.joining(", "))));
        if (!request.takingPart().isEmpty()) {
            who.add(new Fact("Needs to take part", request.takingPart()));
        }
        return who;
    }

    private static void add(List<Fact> facts, String label, Personal value) {
        if (value != null) {
            facts.add(new Fact(label, value.text()));
        }
    }

    private static List<Fact> dates(Referral referral) {
        List<Fact> dates = new ArrayList<>();
        dates.add(new Fact(
                "Received",
                InWords.stamp(referral.receivedAt())
                        + (referral.urgency().filter(Urgency.URGENT::equals).isPresent() ? ", urgent" : "")));
        referral.closedAt().ifPresent(at -> dates.add(new Fact("Closed", InWords.stamp(at))));
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
                .map(event -> new Moment(InWords.stamp(event.at()), StoryWords.of(event, groupOf(event, names))))
                .toList();
    }

    /** The group of a placement, or the group itself where the event is about one. */
    private Optional<String> groupOf(Recorded event, Map<UUID, String> names) {
        return StoryWords.isAboutGroup(event)
                ? groups.find(new GroupId(event.subject())).map(Group::name)
                : Optional.ofNullable(names.get(event.subject()));
    }
}
