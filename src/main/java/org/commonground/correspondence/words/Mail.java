package org.commonground.correspondence.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.commonground.platform.personal.MailAddress;

/**
 * A mail as it is sent: the words come from the kind's templates, filled with the facts.
 *
 * @param to may be null for a person who has no address: their message goes another way
 * @param facts what the templates may show, by name
 */
public record Mail(MailAddress to, String subject, Map<String, Object> facts, Optional<Appointment> appointment) {

    /** A calendar entry that goes with the mail. The title is neutral; the place and who meets them are in the mail. */
    public record Appointment(String title, Instant start, Duration length, String place) {}
}
