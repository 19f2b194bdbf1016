package org.commonground.platform.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One mail as the embedded mail server caught it.
 *
 * @param id made when it was caught; later mails sort later
 * @param sent as the mail says, so by the application's clock
 * @param messageId the same for two copies of one mail
 */
public record CaughtMail(
        UUID id,
        Optional<Instant> sent,
        String from,
        String to,
        String subject,
        String messageId,
        Optional<String> plain,
        Optional<String> html,
        List<Attachment> attachments) {

    public CaughtMail {
        attachments = List.copyOf(attachments);
    }

    /** A file that came with the mail. */
    public record Attachment(String name, String type, byte[] content) {}
}
