package org.commonground.conversation.appointment;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.person.Person;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * Tells the person when and where we talk, with a calendar entry; only until then. Which way it goes, the outbox
 * decides. Facts: {@code firstName, day, time, place, meets}.
 */
@Component
class AppointmentMessage implements MessageComposer {

    private static final Duration LENGTH = Duration.ofMinutes(45);

    private final Appointments appointments;
    private final Referrals referrals;
    private final Accounts accounts;

    AppointmentMessage(Appointments appointments, Referrals referrals, Accounts accounts) {
        this.appointments = appointments;
        this.referrals = referrals;
        this.accounts = accounts;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.CONVERSATION_APPOINTMENT;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        return List.of(subject);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(new ReferralId(subject)).neighbourhood());
    }

    @Override
    public Window window(UUID subject, UUID occasion) {
        return appointments
                .of(new ReferralId(subject))
                .map(Appointment::at)
                .map(Window::until)
                .orElse(Window.ALWAYS);
    }

    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        ReferralId id = new ReferralId(subject);
        if (!referrals.find(id).isOpen()) {
            return Optional.empty();
        }
        Person person = referrals.personOf(id);
        return appointments.of(id).map(appointment -> mail(person, appointment));
    }

    private Message mail(Person person, Appointment appointment) {
        ZonedDateTime at = appointment.at().atZone(WorkingDays.LONDON);
        String place = appointment.place().text();
        Map<String, Object> facts = Map.of(
                "firstName", person.firstName().text(),
                "day", InWords.day(at.toLocalDate()),
                "time", InWords.time(at.toLocalTime()),
                "place", place,
                "meets", meets(appointment));
        return new Message(
                person.mail().orElse(null),
                "Your appointment",
                facts,
                Optional.of(new Message.Appointment("Time to talk", appointment.at(), LENGTH, place)));
    }

    private String meets(Appointment appointment) {
        return Optional.ofNullable(appointment.with())
                .flatMap(accounts::find)
                .map(Account::displayName)
                .map(name -> name.text())
                .orElse("your link worker");
    }
}
