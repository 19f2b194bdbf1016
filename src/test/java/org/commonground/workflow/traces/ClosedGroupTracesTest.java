package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.CloseGroup;
import org.commonground.group.ClosureKind;
import org.commonground.group.ClosureReason;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.choice.Suggesting;
import org.commonground.placement.ending.FindAnother;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A group is closed or suspended: what goes on with it ends one by one, and who goes there is talked with. */
@CommonGroundTest
class ClosedGroupTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;
    private GroupId group;

    @BeforeEach
    void somebodyIsChoosing() {
        journey = Journey.choosing(context);
        group = journey.group();
    }

    @Test
    void closed_while_an_offer_is_open() {
        PlacementId placement = journey.offered(group);
        close(ClosureKind.CLOSED);
        journey.trace(placement).isWaitingAt("answer-offer");
        journey.executeJobs();

        assertThat(journey.placement(placement).ended()).contains(EndReason.GROUP_CLOSED);
        assertThat(journey.mails(placement.value())).containsExactly("offer", "place-given-back");
        assertThat(journey.places()).isZero();
        journey.trace().isWaitingAt("choose-groups");
        assertThat(leftOut()).contains("closed or suspended");
    }

    @Test
    void closed_while_the_group_is_being_chosen() {
        PlacementId placement = journey.choose(group).get(0);
        close(ClosureKind.SUSPENDED);
        journey.executeJobs();

        assertThat(journey.placement(placement).ended()).contains(EndReason.GROUP_CLOSED);
        assertThat(journey.mails(placement.value()))
                .as("the group knows of nobody")
                .isEmpty();
        journey.trace().isWaitingAt("choose-groups");
    }

    @Test
    void closed_where_the_person_goes_and_they_want_another_group() {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        close(ClosureKind.CLOSED);
        journey.executeJobs();

        assertThat(journey.places()).isZero();
        assertThat(journey.openTasks(placement.value())).containsExactly("find-another");
        assertThat(offered(placement)).containsExactly("choose-others", "nothing", "not-reached");
        assertThatThrownBy(
                        () -> journey.answer(placement, "find-another", new FindAnother(FindAnother.Next.STAYS, null)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("They have no place there any more: choose whether they want another group");
        journey.answer(placement, "find-another", new FindAnother(FindAnother.Next.CHOOSE_OTHERS, null));
        assertThat(journey.openTasks(journey.referral().value())).contains("choose-groups");
    }

    @Test
    void suspended_where_the_person_goes_and_they_keep_their_place() {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        close(ClosureKind.SUSPENDED);
        journey.executeJobs();

        assertThat(journey.places()).isOne();
        assertThat(offered(placement)).contains("stays");
        journey.answer(placement, "find-another", new FindAnother(FindAnother.Next.STAYS, null));
        assertThat(journey.openTasks(placement.value())).isEmpty();
    }

    @Test
    void no_other_group_is_chosen_for_somebody_whose_referral_has_ended() {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        close(ClosureKind.CLOSED);
        journey.executeJobs();
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Referrals.class)
                        .close(journey.referral(), Outcome.PLACED_AND_FOLLOWED_UP, Actor.SYSTEM));

        assertThatThrownBy(() -> journey.answer(
                        placement, "find-another", new FindAnother(FindAnother.Next.CHOOSE_OTHERS, null)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("This referral has ended");
        assertThat(offered(placement)).doesNotContain(FindAnother.Next.CHOOSE_OTHERS.word());
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "find-another"))
                .containsEntry("another", "If they want another group, ask the practice to refer them again.");
        journey.answer(placement, "find-another", new FindAnother(FindAnother.Next.NOTHING, null));
    }

    @Test
    void nobody_is_asked_about_somebody_who_had_left() {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Leavings.class)
                        .record(
                                new RecordLeaving(placement, LeftBecause.GOT_WHAT_THEY_CAME_FOR, null),
                                journey.linkWorker()));
        close(ClosureKind.CLOSED);
        journey.executeJobs();

        assertThat(journey.openTasks(placement.value())).isEmpty();
    }

    @Test
    void nobody_looks_for_another_group_for_somebody_who_died() {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        close(ClosureKind.CLOSED);
        journey.executeJobs();
        journey.bean(Stops.class)
                .stop(
                        new StopReferral(journey.referral(), StopReason.DIED, ToldBy.PRACTICE, ToldHow.CALL, null),
                        journey.linkWorker());

        assertThat(journey.openTasks(placement.value())).isEmpty();
        journey.assertNothingIsLeft();
    }

    @Test
    void closed_again_reopened_and_by_nobody_else() {
        PlacementId placement = journey.offered(group);
        assertThatThrownBy(() -> closures().close(command(ClosureKind.CLOSED), journey.linkWorker()))
                .isInstanceOf(Refusal.class);
        close(ClosureKind.CLOSED);
        close(ClosureKind.SUSPENDED);
        assertThat(closures().of(group).orElseThrow().kind())
                .as("what it was first")
                .isEqualTo(ClosureKind.CLOSED);
        closures().reopen(group, administrator());
        closures().reopen(group, administrator());
        journey.executeJobs();

        journey.trace(placement).isWaitingAt("answer-offer");
        assertThat(journey.places()).isOne();
    }

    @Test
    void closed_from_a_later_day_by_the_sweep() {
        PlacementId placement = journey.offered(group);
        closures()
                .close(
                        new CloseGroup(
                                group,
                                ClosureKind.CLOSED,
                                ClosureReason.NO_VENUE,
                                journey.days().today().plusDays(3)),
                        administrator());
        assertThat(closures().due()).doesNotContain(group);
        journey.moveTo(journey.days()
                .today()
                .plusDays(3)
                .atTime(9, 0)
                .atZone(org.commonground.platform.time.WorkingDays.LONDON)
                .toInstant());
        assertThat(closures().beginDue(group)).isOne();
        assertThat(closures().beginDue(group)).as("begun already").isZero();
        journey.executeJobs();

        assertThat(journey.placement(placement).ended()).contains(EndReason.GROUP_CLOSED);
    }

    private List<Object> offered(PlacementId placement) {
        List<?> options = (List<?>) journey.shown(journey.linkWorker(), placement.value(), "find-another")
                .get("nextOptions");
        return options.stream()
                .<Object>map(option -> ((Map<?, ?>) option).get("value"))
                .toList();
    }

    private List<String> leftOut() {
        return journey.bean(Suggesting.class).suggestions(journey.referral()).leftOut().stream()
                .filter(left -> left.group().id().equals(group))
                .map(left -> left.why())
                .toList();
    }

    private void close(ClosureKind kind) {
        closures().close(command(kind), administrator());
        journey.running().look();
    }

    private CloseGroup command(ClosureKind kind) {
        return new CloseGroup(
                group, kind, ClosureReason.GROUP_ENDED, journey.days().today());
    }

    private Actor.SignedIn administrator() {
        return People.in(context).with(Role.ADMINISTRATOR).actor();
    }

    private Closures closures() {
        return journey.bean(Closures.class);
    }
}
