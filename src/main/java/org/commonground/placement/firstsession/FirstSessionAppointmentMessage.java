package org.commonground.placement.firstsession;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.person.Person;
import org.commonground.placement.FirstSession;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * The person is told when and where they first go, with a calendar entry. The recipient is the referral. Facts: {@code
 * firstName}; {@code day} and {@code time} in words; {@code place}, where to come to; {@code meets}, who meets them; {@code
 * companion}, who comes along with them, where somebody does.
 * Neither subject nor entry says what it is about. Only while the session is planned and to come;
 * which way it goes, the outbox decides.
 */
@Component
class FirstSessionAppointmentMessage implements MessageComposer {

    /** Where the group's usual session on that day does not say how long it lasts. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(2);

    private final Placements placements;
    private final Groups groups;
    private final Referrals referrals;

    FirstSessionAppointmentMessage(Placements placements, Groups groups, Referrals referrals) {
        this.placements = placements;
        this.groups = groups;
        this.referrals = referrals;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.FIRST_SESSION_APPOINTMENT;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return List.of(placements.find(new PlacementId(subject)).referral().value());
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(placements.find(new PlacementId(subject)).neighbourhood());
    }

    @Override
    public Window window(UUID subject, UUID occasion) {
        return placements
                .find(new PlacementId(subject))
                .firstSession()
                .map(FirstSession::start)
                .map(Window::until)
                .orElse(Window.ALWAYS);
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        Placement placement = placements.find(new PlacementId(subject));
        Referral referral = referrals.find(placement.referral());
        Person person = referrals.personOf(referral.id());
        if (placement.state() != PlacementState.AGREED || !referral.isOpen()) {
            return Optional.empty();
        }
        FirstSession session = placement.firstSession().orElseThrow();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "firstName", person.firstName().text(),
                "day", InWords.day(session.on()),
                "time", InWords.time(session.at()),
                "place", session.where().text(),
                "meets", session.metBy().text()));
        session.companion().ifPresent(companion -> facts.put("companion", companion.text()));
        Message.Appointment entry = new Message.Appointment(
                "Your appointment",
                session.start(),
                length(groups.get(placement.group()), session),
                session.where().text());
        return Optional.of(new Message(person.mail().orElse(null), "Your appointment", facts, Optional.of(entry)));
    }

    private static Duration length(Group group, FirstSession first) {
        return group.sessions().stream()
                .filter(session -> session.day() == first.on().getDayOfWeek()
                        && session.start().equals(first.at()))
                .findFirst()
                .map(session -> Duration.between(session.start(), session.end()))
                .orElse(USUAL_LENGTH);
    }
}
