package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.group.Need;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Request;
import org.commonground.referral.duplicate.Requests;
import org.commonground.web.referral.ReferralPage.Contact;
import org.commonground.web.referral.ReferralPage.Fact;
import org.springframework.stereotype.Component;

/** What a referral's page tells about the person: who they are, how to reach them, what was asked for. */
@Component
class PersonFacts {

    private final Requests requests;
    private final Practices practices;
    private final Teams teams;
    private final WantedWords wanted;
    private final WorkingDays days;

    PersonFacts(Requests requests, Practices practices, Teams teams, WantedWords wanted, WorkingDays days) {
        this.requests = requests;
        this.practices = practices;
        this.teams = teams;
        this.wanted = wanted;
        this.days = days;
    }

    /** In whole years, today. */
    int age(Person person) {
        return person.born().ageOn(days.today());
    }

    /** What they want and need, as they said it last. */
    List<Fact> wanted(Referral referral) {
        return wanted.by(referral.id());
    }

    static List<Contact> contact(Person person) {
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

    List<Fact> details(Referral referral, Person person) {
        List<Fact> details = new ArrayList<>();
        add(details, "Who may answer", person.safeContact().whoMayAnswer());
        add(details, "Good times", person.safeContact().bestTimes());
        details.addAll(wanted.risks(referral.id()));
        details.add(
                new Fact("Language", person.language().text() + (person.interpreter() ? ", with an interpreter" : "")));
        teams.find(referral.team()).ifPresent(team -> details.add(new Fact("Team", team.name())));
        return details;
    }

    List<Fact> who(Referral referral, Person person) {
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
}
