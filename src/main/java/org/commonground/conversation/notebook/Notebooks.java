package org.commonground.conversation.notebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes, goals and agreed actions of all contacts and conversations with one person, in one place. */
@Service
@Transactional
public class Notebooks {

    private static final int OLDEST_DAYS = 365;

    private final NotebookRepository notebooks;
    private final Referrals referrals;
    private final WorkingDays days;
    private final Events events;
    private final Clock clock;

    Notebooks(NotebookRepository notebooks, Referrals referrals, WorkingDays days, Events events, Clock clock) {
        this.notebooks = notebooks;
        this.referrals = referrals;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Notebook of(ReferralId id) {
        return notebooks.of(id, referrals.keyOf(id));
    }

    /**
     * Adds what a form brought, which the caller has checked: a note, the goals as they are now, new actions, and
     * which are done. Goals that stay the same keep their day.
     */
    public void write(ReferralId id, Entry entry, Actor actor) {
        SubjectKey key = referrals.keyOf(id);
        Instant now = clock.instant();
        if (entry.note() != null) {
            notebooks.add(id, key, Note.of(now, entry.note(), actor.signature()));
        }
        if (entry.goals() != null) {
            List<String> wanted = Lines.of(entry.goals());
            notebooks.want(
                    id, key, wanted.stream().distinct().map(Narrative::new).toList(), now);
        }
        entry.actions(days.today()).forEach(action -> notebooks.add(id, key, action, now));
        entry.doneActions().forEach(action -> tick(id, action, actor));
    }

    /**
     * Keeps a note of a call, a visit, a text or a letter that no task asked for, also after the referral has ended; the
     * same again changes nothing.
     *
     * @throws Refusal for what is missing, too long, still to come or more than a year ago
     */
    public void note(ReferralId id, NoteContact note, Actor actor) {
        Commands.require(note);
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
        Note kept = new Note(note.request(), at, note.how(), note.with(), note.said(), actor.signature());
        if (notebooks.add(id, referrals.keyOf(id), kept)) {
            events.publish(ContactNoted.by(actor, id, note));
        }
    }

    /**
     * Notes that an action was done; ticking it again changes nothing.
     *
     * @throws Refusal (not found) for an action of somebody else, or none
     */
    public void done(ReferralId id, UUID action, Actor actor) {
        referrals.lock(id);
        if (notebooks.of(id, referrals.keyOf(id)).actions().stream()
                .noneMatch(known -> known.id().equals(action))) {
            throw Refusal.notFound("There is no such action");
        }
        tick(id, action, actor);
    }

    private void tick(ReferralId id, UUID action, Actor actor) {
        if (notebooks.tick(id, action, clock.instant(), actor.signature())) {
            events.publish(ActionDone.by(actor, id));
        }
    }
}
