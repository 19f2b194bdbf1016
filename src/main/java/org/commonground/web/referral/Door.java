package org.commonground.web.referral;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.TaskLookup;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who may see what of a referral. Whoever may see nothing learns not even that it exists. */
@Component
@Transactional(readOnly = true)
class Door {

    private final Referrals referrals;
    private final Placements placements;
    private final TheTeam team;
    private final TaskLookup tasks;

    Door(Referrals referrals, Placements placements, TheTeam team, TaskLookup tasks) {
        this.referrals = referrals;
        this.placements = placements;
        this.team = team;
        this.tasks = tasks;
    }

    /**
     * A way in.
     *
     * @param team whether they belong to the referral's team; else they decide for a group that the person was
     *     proposed to, and may raise a concern only
     */
    record Entry(Referral referral, boolean team) {}

    /** The way in for this actor, or {@link NoSuchPage}. */
    Entry open(String reference, Actor.SignedIn actor) {
        Referral referral =
                Reference.parse(reference).flatMap(referrals::byReference).orElseThrow(NoSuchPage::new);
        if (team.has(actor, referral.team())) {
            return new Entry(referral, true);
        }
        if (organisesAGroupOf(referral, actor)) {
            return new Entry(referral, false);
        }
        throw new NoSuchPage();
    }

    /**
     * As {@link #open}, and for whoever has a task about the referral in front of them as well: a clinical supervisor, a
     * safeguarding lead.
     *
     * @param task the engine's id of the task; null where they come without one
     */
    Entry openWithTask(String reference, String task, Actor.SignedIn actor) {
        Optional<Referral> byTask = task == null || task.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(tasks.about(List.of(task), actor).get(task))
                        .map(about -> referrals.find(about.referral()))
                        .filter(referral -> Reference.parse(reference)
                                .filter(referral.reference()::equals)
                                .isPresent());
        return byTask.filter(referral -> !team.has(actor, referral.team()))
                .map(referral -> new Entry(referral, false))
                .orElseGet(() -> open(reference, actor));
    }

    /** The referral for its team; {@link NoSuchPage} for everybody else. */
    Referral openForTeam(String reference, Actor.SignedIn actor) {
        Entry entry = open(reference, actor);
        if (!entry.team()) {
            throw new NoSuchPage();
        }
        return entry.referral();
    }

    private boolean organisesAGroupOf(Referral referral, Actor.SignedIn actor) {
        Set<UUID> groups = actor.groups();
        return !groups.isEmpty()
                && actor.has(Role.ORGANISER)
                && placements.of(referral.id()).stream()
                        // before the offer the group does not know that anybody was thought of
                        .filter(placement -> placement.answerBy().isPresent())
                        .map(Placement::group)
                        .map(GroupId::value)
                        .anyMatch(groups::contains);
    }
}
