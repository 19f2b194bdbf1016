package org.commonground.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls, visits, texts and letters about a referral that no task asked for, also after it has ended. */
@Service
@Transactional
public class ContactNotes {

    private static final int OLDEST_DAYS = 365;

    private final ContactNoteRepository notes;
    private final Referrals referrals;
    private final WorkingDays days;
    private final Events events;
    private final Clock clock;

    ContactNotes(ContactNoteRepository notes, Referrals referrals, WorkingDays days, Events events, Clock clock) {
        this.notes = notes;
        this.referrals = referrals;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a note; the same again changes nothing.
     *
     * @throws Refusal for what is missing, too long, still to come or more than a year ago
     */
    public void note(ReferralId id, NoteContact note, Actor actor) {
        Valid.require(note);
        Instant at = note.on().atTime(note.at()).atZone(WorkingDays.LONDON).toInstant();
        if (note.on().isAfter(days.today())) {
            throw Refusal.invalid("on", "The day is still to come");
        }
        if (note.on().isBefore(days.today().minusDays(OLDEST_DAYS))) {
            throw Refusal.invalid("on", "The day is more than a year ago");
        }
        if (at.isAfter(clock.instant())) {
            throw Refusal.invalid("at", "The time is still to come");
        }
        ContactNote kept =
                new ContactNote(note.request(), note.how(), at, note.with(), note.said(), Actors.account(actor));
        if (notes.insert(id, referrals.keyOf(id), kept)) {
            events.publish(ContactNoted.by(actor, id, note));
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ContactNote> of(ReferralId id) {
        return notes.of(id, referrals.keyOf(id));
    }
}
