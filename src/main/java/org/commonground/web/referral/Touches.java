package org.commonground.web.referral;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.commonground.conversation.Attempt;
import org.commonground.conversation.ContactNote;
import org.commonground.conversation.ContactNotes;
import org.commonground.conversation.Contacts;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.web.referral.ReferralPage.Touch;
import org.springframework.stereotype.Component;

/** Who was in touch about a referral: the attempts that tasks asked for, and what people noted besides. */
@Component
class Touches {

    private static final int NEWEST = 50;

    private final Contacts contacts;
    private final ContactNotes notes;
    private final Colleagues colleagues;

    Touches(Contacts contacts, ContactNotes notes, Colleagues colleagues) {
        this.contacts = contacts;
        this.notes = notes;
        this.colleagues = colleagues;
    }

    private record At(Instant at, Touch touch) {}

    /** The newest first. */
    List<Touch> of(ReferralId referral) {
        return Stream.concat(
                        contacts.attemptsOf(referral).stream().map(this::attempt),
                        notes.of(referral).stream().map(this::note))
                .sorted(Comparator.comparing(At::at).reversed())
                .limit(NEWEST)
                .map(At::touch)
                .toList();
    }

    private At attempt(Attempt attempt) {
        return new At(
                attempt.at(),
                new Touch(
                        InWords.stamp(attempt.at()),
                        WayWords.of(attempt.way()) + ". " + attempt.result().label(),
                        attempt.why() == null ? null : attempt.why().text(),
                        colleagues.name(attempt.by())));
    }

    private At note(ContactNote note) {
        return new At(
                note.at(),
                new Touch(
                        InWords.stamp(note.at()),
                        note.how().label() + ", " + note.with().text(),
                        note.said().text(),
                        colleagues.name(note.by())));
    }
}
