package org.commonground.correspondence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;

/**
 * A message: who is told about what, and how far it got. It has no text and no address.
 *
 * @param recipient an account, a practice, or the referral of the person it goes to
 * @param subject the referral, placement or concern it is about, as its kind says
 * @param occasion the id of what caused it: an event, or an overdue task
 * @param neighbourhood whose service writes; empty where it is about the installation alone
 * @param window when it makes sense
 * @param channel the way it goes, or went last
 * @param attempts how often it was tried since it was posted or last sent again
 * @param status why it stands so: a mail server's code ({@code 250}, {@code 550}) or a word of ours ({@code no-answer},
 *     {@code bad-address}, {@code paused}, {@code too-late}); null before the first attempt
 */
public record PostedMessage(
        MessageId id,
        MessageKind kind,
        UUID recipient,
        UUID subject,
        UUID occasion,
        Optional<NeighbourhoodId> neighbourhood,
        Window window,
        MessageState state,
        Channel channel,
        int attempts,
        String status) {

    /** Whether there is nothing to tell any more, because its day has passed. */
    public boolean isOver(Instant now) {
        return window.notAfter() != null && !now.isBefore(window.notAfter());
    }

    /** Whether it goes to a person who was referred, with all that this asks for. */
    public boolean isToPerson() {
        return kind.recipient() == RecipientRole.PERSON;
    }
}
