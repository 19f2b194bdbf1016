package org.commonground.correspondence.words;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;

/**
 * Knows one kind of mail: who gets it, and what it says at the moment of sending. The capability that owns the facts
 * implements it.
 */
public interface MessageComposer {

    MessageKind kind();

    /** Whom it goes to: ids of accounts, of the practice, or of the referral for its person. Empty: nobody is told. */
    List<UUID> recipients(UUID subject);

    /** As {@link #recipients(UUID)}, for the kind whose recipients depend on the occasion. The outbox asks this one. */
    default List<UUID> recipients(UUID subject, UUID occasion) {
        return recipients(subject);
    }

    /**
     * The neighbourhood whose service writes, asked when it is posted; empty where it is about the installation alone, and
     * then nobody can be rung.
     */
    Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion);

    /**
     * What it says now; empty where it may no longer be sent (no consent, no address, too late, died, withdrawn). Of
     * pauses it need not know: {@link MessageKind#waitsForPause} says what the outbox keeps back.
     */
    Optional<Message> compose(UUID subject, UUID recipient, UUID occasion);
}
