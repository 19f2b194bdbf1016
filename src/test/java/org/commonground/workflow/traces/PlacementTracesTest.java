package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A placement from choice to its end, by every way there is; after each failure the person may choose again. */
@CommonGroundTest
class PlacementTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;

    @BeforeEach
    void somebodyIsChoosing() {
        journey = Journey.choosing(context);
    }

    @Test
    void the_group_says_no() {
        PlacementId placement = journey.offered(journey.group());
        journey.answer(placement, "answer-offer", Placing.no());

        ended(placement, EndReason.DECLINED, "answer-offer", "offer-answered", "group-said-no");
        assertThat(journey.mails(placement.value()))
                .as("the organiser knows it")
                .containsExactly("offer");
    }

    @Test
    void the_offer_lapses() {
        PlacementId placement = journey.offered(journey.group());
        LocalDate today = journey.days().today();
        assertThat(dayOf(journey.timer("phone-organiser-timer").getDuedate().toInstant()))
                .isEqualTo(journey.days().after(today, 9));
        assertThat(dayOf(journey.timer("offer-lapses").getDuedate().toInstant()))
                .isEqualTo(journey.days().after(today, 10));

        journey.fireTimer("phone-organiser-timer");
        journey.answer(placement, "phone-organiser", Answered.nobodyAnswersThePhone());
        journey.trace(placement).isWaitingAt("answer-offer").hasPassed("organiser-phoned");
        journey.fireTimer("offer-lapses");

        ended(placement, EndReason.LAPSED, "lapse-offer", "send-place-given-back-on-lapse", "offer-lapsed");
        assertThat(journey.mails(placement.value())).contains("offer", "offer-lapsed", "place-given-back");
    }

    /** No organiser has an account, and the phone call was not made: then the team's lead hears. */
    @Test
    void a_group_that_nobody_can_write_to_lapses_and_the_lead_hears() {
        Actor.SignedIn lead = journey.lead();
        PlacementId placement = journey.offered(InventedGroup.singers().in(context));
        assertThat(journey.mails(placement.value())).isEmpty();
        journey.fireTimer("phone-organiser-timer");
        journey.fireTimer("offer-lapses");

        ended(placement, EndReason.LAPSED, "lapse-offer", "offer-lapsed");
        assertThat(journey.mails(placement.value())).containsExactly("offer-lapsed");
        assertThat(journey.recipients(placement.value()))
                .containsExactly(lead.account().value());
    }

    @Test
    void the_task_to_phone_comes_and_vanishes_with_the_answer() {
        PlacementId placement = journey.offered(journey.group());
        journey.fireTimer("phone-organiser-timer");
        assertThat(journey.openTasks(placement.value())).containsExactly("answer-offer", "phone-organiser");

        journey.answer(placement, "answer-offer", Placing.yes());
        assertThat(journey.openTasks(placement.value())).containsExactly("ask-person");
        assertThat(journey.timers("offer-lapses")).isEmpty();
    }

    @Test
    void a_lapse_that_comes_with_the_phone_call_still_open_ends_both() {
        PlacementId placement = journey.offered(journey.group());
        journey.fireTimer("phone-organiser-timer");
        journey.fireTimer("offer-lapses");

        assertThat(journey.openTasks(placement.value())).isEmpty();
        journey.trace(placement).isEnded();
    }

    @Test
    void the_person_says_no() {
        PlacementId placement = journey.offered(journey.group());
        journey.answer(placement, "answer-offer", Placing.yes());
        journey.answer(placement, "ask-person", Placing.personSaysNo());

        ended(placement, EndReason.PERSON_SAID_NO, "ask-person", "send-place-given-back-on-no", "person-said-no");
        assertThat(journey.mails(placement.value())).containsExactly("offer", "place-given-back");
    }

    @Test
    void a_second_opinion_says_go_ahead() {
        PlacementId placement = journey.choose(journey.group()).get(0);
        journey.answer(placement, "check-person-side", Answered.unresolvedRisk());
        journey.trace(placement).isWaitingAt("give-second-opinion");

        journey.answer(placement, "give-second-opinion", Answered.opinion(Verdict.GO_AHEAD));
        journey.trace(placement).isWaitingAt("answer-offer").hasPassedInOrder("give-second-opinion", "hold-place");
    }

    @Test
    void a_second_opinion_says_not_this_group() {
        PlacementId placement = journey.choose(journey.group()).get(0);
        journey.answer(placement, "check-person-side", Answered.unresolvedRisk());
        journey.answer(placement, "give-second-opinion", Answered.opinion(Verdict.NOT_THIS_GROUP));

        ended(placement, EndReason.NOT_THIS_GROUP, "give-second-opinion", "end-placement", "not-this-group");
        assertThat(journey.mails(placement.value())).isEmpty();
    }

    @Test
    void the_table_says_not_this_group() {
        PlacementId placement = journey.choose(journey.group()).get(0);
        journey.answer(placement, "check-person-side", Answered.unresolvedRiskAndSupportGap());

        ended(placement, EndReason.NOT_THIS_GROUP, "weigh-person-side", "end-placement", "not-this-group");
    }

    @Test
    void the_group_is_full_when_it_comes_to_holding_a_place() {
        GroupId small = journey.group(InventedGroup.singers().capacity(1, 100, 100));
        PlacementId late = journey.choose(small).get(0);
        Journey.choosing(context).offered(small);

        journey.answer(late, "check-person-side", Placing.noRisk());

        ended(late, EndReason.NO_PLACE, "hold-place", "group-full");
        journey.trace(late).hasNotPassed("send-offer");
    }

    @Test
    void what_an_answer_refuses_leaves_everything_as_it_was() {
        PlacementId placement = journey.offered(journey.group());
        journey.agree(placement);

        assertThatThrownBy(() -> journey.answer(placement, "record-first-session", Answered.attended()))
                .hasMessageContaining("answer this then");
        journey.trace(placement).isWaitingAt("record-first-session");
    }

    /** The placement is over, its place is free, and choosing goes on. */
    private void ended(PlacementId placement, EndReason reason, String... passed) {
        journey.trace(placement).isEnded().hasPassedInOrder(passed);
        assertThat(journey.placement(placement).ended()).contains(reason);
        assertThat(journey.places()).isZero();
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups").hasPassed("review-round");
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingDays.LONDON);
    }
}
