package org.commonground.placement.firstsession;

import java.time.LocalDate;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.account.Signers;
import org.commonground.group.GivenBack;
import org.commonground.group.Groups;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.PersonSays;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person says to a group that said yes, and how their first session went. */
@Service
@Transactional
public class FirstSessions {

    /** How often a person may try to come for the first time. */
    private static final int ATTEMPTS = 2;

    private final FirstSessionRepository answers;
    private final Placements placements;
    private final PlacementLocks locks;
    private final Signers signers;
    private final Groups groups;
    private final Places places;
    private final Referrals referrals;
    private final Events events;
    private final WorkingDays days;

    FirstSessions(
            FirstSessionRepository answers,
            Placements placements,
            PlacementLocks locks,
            Signers signers,
            Groups groups,
            Places places,
            Referrals referrals,
            Events events,
            WorkingDays days) {
        this.answers = answers;
        this.placements = placements;
        this.locks = locks;
        this.signers = signers;
        this.groups = groups;
        this.places = places;
        this.referrals = referrals;
        this.events = events;
        this.days = days;
    }

    /**
     * Records what the person says: the first session is planned, or the place given back and the placement ended.
     *
     * @throws Refusal for answers that do not fit together, and while the referral is paused
     */
    public void ask(PlacementId id, AskPerson command, Actor actor) {
        Commands.require(command);
        Placement placement = locks.lock(id, PlacementState.ACCEPTED);
        command.requireWhole(days.today(), groups.get(placement.group()));
        if (command.personSays() == PersonSays.YES) {
            locks.requireNotPaused(placement.referral());
        }
        SubjectKey key = referrals.keyOf(placement.referral());
        answers.insert(id, command, key, Actors.signer(actor), days.now());
        if (command.personSays() == PersonSays.YES) {
            answers.plan(id, command.plan().session(nameOf(actor)), key);
            placements.stands(placement, PlacementState.AGREED);
            events.publish(PersonSaidYes.of(placement, actor));
        } else {
            events.publish(PersonSaidNo.of(placement, command.noReason(), actor));
            placements.giveUp(placement, EndReason.PERSON_SAID_NO, GivenBack.PERSON_SAID_NO, actor);
        }
    }

    /**
     * Records whether the person came. Where they did, the place stays theirs as long as the group says; where they did
     * not, it is kept until they have been asked, and the second time given back.
     *
     * @throws Refusal before the day of the session
     */
    public FirstSessionResult record(PlacementId id, RecordFirstSession command, Actor actor) {
        Commands.require(command);
        Placement placement = locks.lock(id, PlacementState.AGREED);
        LocalDate on = placement.firstSession().orElseThrow().on();
        if (days.today().isBefore(on)) {
            throw Refusal.invalid("firstSession", "The first session is on " + InWords.date(on) + ": answer this then");
        }
        if (answers.toBeAsked(id)) {
            throw Refusal.conflict("It has been recorded already that the person did not come");
        }
        int attempt = answers.missed(id) + 1;
        answers.insert(id, attempt, command, referrals.keyOf(placement.referral()), Actors.signer(actor), days.now());
        if (command.firstSession() == Attendance.ATTENDED) {
            attended(placement, on, actor);
            return FirstSessionResult.ATTENDED;
        }
        events.publish(FirstSessionMissed.of(placement, actor));
        if (attempt >= ATTEMPTS) {
            placements.giveUp(placement, EndReason.MISSED, GivenBack.MISSED, actor);
        }
        return attempt == 1 ? FirstSessionResult.MISSED : FirstSessionResult.MISSED_TWICE;
    }

    /**
     * Records what the person says who missed their first session: it has a new day, and the place stays theirs; or the
     * place is given back and the placement ended.
     *
     * @throws Refusal for answers that do not fit together, and a new day while the referral is paused
     */
    public void askAfterMissed(PlacementId id, AskAfterMissed command, Actor actor) {
        Commands.require(command);
        Placement placement = locks.lock(id, PlacementState.AGREED);
        command.requireWhole(days.today(), groups.get(placement.group()));
        boolean again = command.afterMissed() == AfterMissed.TRY_AGAIN;
        if (again) {
            locks.requireNotPaused(placement.referral());
        }
        SubjectKey key = referrals.keyOf(placement.referral());
        if (!answers.asked(id, command, key, Actors.signer(actor), days.now())) {
            throw Refusal.conflict("They have been asked already");
        }
        if (again) {
            answers.plan(id, command.plan().session(nameOf(actor)), key);
            events.publish(FirstSessionMoved.of(placement, actor));
        } else {
            placements.giveUp(placement, EndReason.MISSED, GivenBack.MISSED, actor);
        }
    }

    /** Whether the session that is planned is the last the person may try. */
    @Transactional(readOnly = true)
    public boolean isLastAttempt(PlacementId id) {
        return answers.missed(id) + 1 >= ATTEMPTS;
    }

    private PersonName nameOf(Actor actor) {
        return signers.name(Actors.signer(actor)).orElseThrow();
    }

    private void attended(Placement placement, LocalDate on, Actor actor) {
        boolean first = !placements.anyPlaced(placement.referral());
        placements.stands(placement, PlacementState.ATTENDED);
        Integer weeks = groups.get(placement.group()).weeks();
        if (weeks != null) {
            places.lastDay(placement.id().value(), on.plusWeeks(weeks - 1L));
        }
        events.publish(FirstSessionAttended.of(placement, on, first, actor));
    }
}
