package org.commonground.conversation.notebook;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * Somebody was in touch outside any task; the reason is how.
 *
 * @param subject the note
 */
public record ContactNoted(UUID id, UUID referral, UUID subject, ContactKind how, By actor) implements DomainEvent {

    static ContactNoted by(Actor actor, ReferralId referral, NoteContact note) {
        return new ContactNoted(Ids.next(), referral.value(), note.request(), note.how(), actor.by());
    }

    @Override
    public String reason() {
        return how.word();
    }
}
