package org.commonground.correspondence.words;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.Window;

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
     * When it makes sense, asked when it is posted: what announces something is over with it. Where the same is posted
     * again about the same subject, what still waits ends with the new one.
     */
    default Window window(UUID subject, UUID occasion) {
        return Window.ALWAYS;
    }

    /**
     * What it says now; empty where it may no longer be said (died, withdrawn, decided otherwise). Of its {@link #window},
     * of pauses and of ways it need not know: the outbox does.
     */
    Optional<Message> compose(UUID subject, UUID recipient, UUID occasion);
}
