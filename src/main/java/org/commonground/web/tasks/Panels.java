package org.commonground.web.tasks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.death.Deaths;
import org.commonground.web.referral.StandingWords;
import org.commonground.web.referral.TheTeam;
import org.commonground.workflow.tasks.TaskLookup;
import org.commonground.workflow.tasks.TaskLookup.About;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the panel beside a task's form shows of the referral. */
@Service
@Transactional(readOnly = true)
class Panels {

    private static final String PAUSED =
            "Paused by the safeguarding lead. Make no new offer and send the person no message until the pause is lifted.";

    private static final String MAY_HAVE_DIED =
            "A death has been recorded for somebody with this NHS number. Do not contact the person until your team has made sure.";

    private final TaskLookup tasks;
    private final Referrals referrals;
    private final Deaths deaths;
    private final TheTeam team;

    Panels(TaskLookup tasks, Referrals referrals, Deaths deaths, TheTeam team) {
        this.tasks = tasks;
        this.referrals = referrals;
        this.deaths = deaths;
        this.team = team;
    }

    /**
     * One panel.
     *
     * @param title the reference
     * @param standing where the referral stands, in words; empty for an organiser
     * @param paused the notice, or null
     */
    record Panel(String title, String standing, String paused, List<Action> actions) {}

    /** A link to a page of ours, below the application's own address. */
    record Action(String href, String text) {}

    /** Empty where the task is not open to them, or shows nothing beside its form. */
    Optional<Panel> of(String task, Actor.SignedIn actor) {
        return Optional.ofNullable(tasks.about(List.of(task), actor).get(task)).flatMap(about -> panel(about, actor));
    }

    private Optional<Panel> panel(About about, Actor.SignedIn actor) {
        Referral referral = referrals.find(about.referral());
        String page = "/referrals/" + referral.reference();
        Action crisis = new Action(page + "/crisis?task=" + about.task(), "The person is in crisis");
        Action concern = new Action(page + "/concern?task=" + about.task(), "Raise a concern");
        if (team.has(actor, referral.team())) {
            return Optional.of(new Panel(
                    "Referral " + referral.reference(),
                    StandingWords.of(referral),
                    notice(referral.id()),
                    List.of(
                            new Action(page, "Open the referral"),
                            crisis,
                            new Action(page + "/consents", "Withdraw a consent"),
                            new Action(page + "/stop", "Stop the referral"),
                            concern)));
        }
        return aside(actor, referral, crisis, concern)
                .map(actions -> new Panel("Referral " + referral.reference(), "", null, actions));
    }

    private String notice(ReferralId id) {
        if (deaths.mayHaveDied(id)) {
            return MAY_HAVE_DIED;
        }
        return referrals.isPaused(id) ? PAUSED : null;
    }

    /** What those may do who have a task about the referral and are not of its team. */
    private static Optional<List<Action>> aside(
            Actor.SignedIn actor, Referral referral, Action crisis, Action concern) {
        if (actor.has(Role.ORGANISER)) {
            return Optional.of(List.of(crisis, concern));
        }
        return Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                        .anyMatch(role -> actor.holds(new Post(role, referral.neighbourhood())))
                ? Optional.of(List.of(crisis))
                : Optional.empty();
    }
}
