package org.commonground.workflow.traces;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonground.account.Role;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.crisis.Crises;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.SaidBy;
import org.commonground.group.CloseGroup;
import org.commonground.group.ClosureKind;
import org.commonground.group.ClosureReason;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.PlacementId;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;

/** Ways of bringing referrals to every kind of wait there is, each as people and time bring it about. */
final class Waits {

    private final Function<Invented, Journey> refer;
    private final List<GroupId> groups;
    private int chosen;
    private GroupId full;

    /**
     * @param refer somebody is referred, and known to the people of the neighbourhood
     * @param groups with places for many; they are chosen in turn
     */
    Waits(Function<Invented, Journey> refer, List<GroupId> groups) {
        this.refer = refer;
        this.groups = groups;
    }

    Journey somebody() {
        return refer.apply(Caseload.somebody());
    }

    void matching() {
        ReferralMessage.Who who = somebody().invented().message().person();
        refer.apply(Invented.referral().person(who));
    }

    void claimed(Journey journey) {
        TaskPort port = journey.bean(TaskPort.class);
        for (OpenTask task : port.openTasksAbout(journey.referral().value())) {
            port.claim(task.id(), journey.linkWorker());
        }
    }

    void lastLetterToBePosted() {
        writtenTo(refer.apply(Caseload.somebody()
                        .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.SAFE))
                .neverReached(Way.CALL, Way.CALL, Way.LETTER));
    }

    void noWayToWrite() {
        writtenTo(refer.apply(Caseload.somebody()
                        .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNKNOWN, Safety.UNKNOWN))
                .neverReached(Way.CALL, Way.CALL, Way.CALL));
    }

    Journey choosing() {
        return somebody().reached().talked();
    }

    PlacementId chosen(Journey journey) {
        return journey.choose(groups.get(chosen++ % groups.size())).get(0);
    }

    void doubted(Journey journey) {
        journey.answer(chosen(journey), "check-person-side", Answered.unresolvedRisk());
    }

    PlacementId offered(Journey journey) {
        PlacementId placement = chosen(journey);
        journey.answer(placement, "check-person-side", Placing.noRisk());
        return placement;
    }

    void asked(Journey journey) {
        journey.answer(offered(journey), "answer-offer", Placing.ask("Can she manage four steps?"));
    }

    void toBePhoned(Journey journey) {
        offered(journey);
        journey.fireTimer("phone-organiser-timer");
    }

    void accepted(Journey journey) {
        journey.answer(offered(journey), "answer-offer", Placing.yes());
    }

    void agreed(Journey journey) {
        journey.agree(offered(journey));
    }

    void missed(Journey journey) {
        PlacementId placement = offered(journey);
        journey.agree(placement);
        journey.comeToFirstSession(placement);
        journey.answer(placement, "record-first-session", Answered.missed());
    }

    Journey followedUp(Journey journey) {
        return attending(journey, offered(journey));
    }

    /** One group of the neighbourhood is full: the first who comes has its place, all others wait in one line. */
    PlacementId waiting(Journey journey) {
        if (full == null) {
            Journey first = choosing();
            full = first.group(InventedGroup.onePlace());
            attending(first, first.offered(full));
        }
        return journey.waitingFor(full);
    }

    void waitedLong(Journey journey) {
        waiting(journey);
        journey.fireTimer("wait-for-review");
    }

    /** A place has come free in a group of its own. */
    void called(Journey journey) {
        Journey first = choosing();
        GroupId group = first.group(InventedGroup.onePlace());
        PlacementId taken = first.offered(group);
        journey.waitingFor(group);
        first.answer(taken, "answer-offer", Placing.no());
        first.executeJobs();
        journey.moveOn(group);
    }

    void groupClosed(Journey journey) {
        GroupId group = journey.group();
        attending(journey, journey.offered(group));
        journey.bean(Closures.class)
                .close(
                        new CloseGroup(
                                group,
                                ClosureKind.CLOSED,
                                ClosureReason.GROUP_ENDED,
                                journey.days().today()),
                        journey.somebody(Role.ADMINISTRATOR));
        journey.executeJobs();
    }

    void paused(Journey journey) {
        offered(journey);
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
    }

    void inCrisis(Journey journey) {
        journey.bean(Crises.class)
                .declare(
                        new DeclareCrisis(
                                Ids.next(),
                                journey.referral(),
                                CrisisKind.RISK_TO_SELF,
                                new Narrative("She does not want to wake up"),
                                SaidBy.PERSON),
                        journey.linkWorker());
    }

    /** As the outbox says it when every attempt is used up. */
    void undeliverable(Journey journey) {
        UUID mail = journey.jdbc()
                .sql("select id from message where subject_id = :referral and kind = 'received'")
                .param("referral", journey.referral().value())
                .query(UUID.class)
                .single();
        journey.undeliverable(mail, MessageKind.RECEIVED);
    }

    /** Somebody who has no mail is to hear when we talk, by letter or else in a call. */
    void toBeTold(Safety letter) {
        Journey journey = refer.apply(Caseload.somebody().contact(Safety.SAFE, null, null, Safety.SAFE, letter))
                .reached();
        journey.bean(Withdrawals.class)
                .withdraw(new WithdrawConsent(journey.referral(), Purpose.MAIL, null), journey.linkWorker());
        writtenTo(journey);
    }

    void writtenTo(Journey journey) {
        Outbox outbox = journey.bean(Outbox.class);
        while (outbox.sendDue() > 0) {
            // what was posted before comes first
        }
    }

    /** Somebody who has died, as we know, is referred again. */
    void deathHeardOf() {
        Journey first = somebody();
        first.bean(Stops.class)
                .stop(
                        new StopReferral(first.referral(), StopReason.DIED, ToldBy.PRACTICE, ToldHow.CALL, null),
                        first.linkWorker());
        refer.apply(Invented.referral().person(first.invented().message().person()))
                .executeJobs();
    }

    void inDoubt(Journey journey) {
        journey.answer("hold-conversation", Said.inDoubt());
    }

    private static Journey attending(Journey journey, PlacementId placement) {
        journey.attend(placement);
        journey.executeJobs();
        return journey;
    }
}
