package org.commonground.correspondence.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.platform.personal.MailAddress;

/**
 * A mail as it is sent: the words come from the kind's templates, filled with the facts.
 *
 * @param to may be null for a person who has no address: their message goes another way
 * @param from whose service writes; empty where it is about the installation alone
 * @param facts what the templates may show, by name
 * @param linkWorker to a person: the first name of who looks after them; empty while it is the whole team
 */
public record Message(
        MailAddress to,
        String subject,
        Map<String, Object> facts,
        Optional<Appointment> appointment,
        Optional<Neighbourhood> from,
        Optional<String> linkWorker) {

    /** As a composer makes it: who writes stands in its row. */
    public Message(MailAddress to, String subject, Map<String, Object> facts, Optional<Appointment> appointment) {
        this(to, subject, facts, appointment, Optional.empty(), Optional.empty());
    }

    /** The same from the service of a neighbourhood, and of its link worker who looks after the person. */
    public Message from(Optional<Neighbourhood> service, Optional<String> worker) {
        return new Message(to, subject, facts, appointment, service, worker);
    }

    /** A calendar entry that goes with the mail. The title is neutral; the place and who meets them are in the mail. */
    public record Appointment(String title, Instant start, Duration length, String place) {}
}
