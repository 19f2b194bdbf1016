package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The person takes back one consent: what rests on it ends, the rest goes on. */
@CommonGroundTest
class WithdrawalTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;

    @BeforeEach
    void somebodyIsChoosing() {
        journey = Journey.choosing(context);
    }

    @Test
    void this_group_only_while_two_offers_are_open() {
        GroupId unwanted = journey.group();
        List<PlacementId> both = journey.choose(unwanted, journey.group());
        both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
        withdraw(Purpose.SHARE_WITH_GROUP, unwanted);

        journey.trace(both.get(0)).isEnded().hasPassedInOrder("placement-stopped", "placement-ended");
        assertThat(journey.placement(both.get(0)).ended()).contains(EndReason.WITHDRAWN);
        assertThat(journey.mails(both.get(0).value())).containsExactly("offer", "place-given-back");
        assertThat(journey.places()).isOne();
        journey.trace(both.get(1)).isWaitingAt("answer-offer");
        journey.trace().isNotEnded();
    }

    @Test
    void this_group_only_and_the_link_worker_chooses_again() {
        GroupId group = journey.group();
        PlacementId placement = journey.choose(group).get(0);
        withdraw(Purpose.SHARE_WITH_GROUP, group);
        journey.executeJobs();

        assertThat(journey.openTasks(placement.value())).isEmpty();
        assertThat(journey.mails(placement.value()))
                .as("the group knows of nobody")
                .isEmpty();
        journey.trace().isWaitingAt("choose-groups");
    }

    @Test
    void this_group_where_the_person_goes_already() {
        GroupId group = journey.group();
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        withdraw(Purpose.SHARE_WITH_GROUP, group);

        assertThat(journey.places()).isZero();
        assertThat(journey.mails(placement.value())).endsWith("place-given-back");
        journey.trace().isNotEnded();
    }

    /** The table lets a managed risk go ahead because the group is told of it. */
    @Test
    void risks_and_the_offer_ends_that_rested_on_telling_them() {
        PlacementId risky = journey.choose(journey.group()).get(0);
        journey.answer(
                risky, "check-person-side", Placing.side(RiskLevel.MANAGED, "Her phone stays on", true, List.of()));
        journey.trace(risky).isWaitingAt("answer-offer");
        withdraw(Purpose.SHARE_RISKS, null);
        journey.executeJobs();

        journey.trace(risky).isEnded().hasPassed("placement-stopped");
        assertThat(journey.placement(risky).ended()).contains(EndReason.NOT_THIS_GROUP);
        assertThat(journey.mails(risky.value())).containsExactly("offer", "place-given-back");
        journey.trace().isWaitingAt("choose-groups");
    }

    @Test
    void risks_and_an_offer_goes_on_that_never_rested_on_them() {
        PlacementId placement = journey.choose(journey.group()).get(0);
        journey.answer(
                placement, "check-person-side", Placing.side(RiskLevel.NONE, "Her phone stays on", true, List.of()));
        withdraw(Purpose.SHARE_RISKS, null);

        assertThat(journey.state(placement)).isEqualTo(PlacementState.OFFERED);
        journey.trace(placement).isWaitingAt("answer-offer").hasNotPassed("placement-stopped");
    }

    private void withdraw(Purpose purpose, GroupId group) {
        journey.bean(Withdrawals.class)
                .withdraw(new WithdrawConsent(journey.referral(), purpose, group), journey.linkWorker());
    }
}
