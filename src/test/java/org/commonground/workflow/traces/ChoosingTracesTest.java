package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonground.group.GroupId;
import org.commonground.group.Need;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.choice.OverrideReason;
import org.commonground.placement.choice.Rounds;
import org.commonground.placement.choice.Suggesting;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Outcome;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Choosing groups with the person: several at once or in turn, against the ranking, and not there. */
@CommonGroundTest
class ChoosingTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;

    @BeforeEach
    void somebodyIsChoosing() {
        journey = Journey.choosing(context);
    }

    @Test
    void two_acceptances_are_both_put_to_the_person_who_takes_both() {
        List<PlacementId> both = twoAccepted();
        both.forEach(placement -> journey.answer(placement, "ask-person", Answered.personSaysYes(inAWeek())));
        both.forEach(placement -> {
            journey.comeToFirstSession(placement);
            journey.answer(placement, "record-first-session", Answered.attended());
        });
        journey.executeJobs();

        journey.trace().hasPassed("person-placed");
        assertThat(journey.running().of("follow-up")).isOne();
        assertThat(journey.places()).isEqualTo(2);
    }

    @Test
    void of_two_acceptances_the_person_takes_one() {
        List<PlacementId> both = twoAccepted();
        journey.answer(both.get(0), "ask-person", Answered.personSaysYes(inAWeek()));
        journey.answer(both.get(1), "ask-person", Placing.personSaysNo());
        journey.comeToFirstSession(both.get(0));
        journey.answer(both.get(0), "record-first-session", Answered.attended());
        journey.executeJobs();

        journey.trace().hasPassed("person-placed");
        assertThat(journey.places()).isOne();
    }

    @Test
    void at_most_two_offers_are_open_across_rounds() {
        journey.choose(journey.group());
        wantOthers();
        GroupId second = journey.group();
        GroupId third = journey.group();
        assertThatThrownBy(() -> journey.choose(second, third)).hasMessageContaining("At most 2 groups");

        journey.choose(second);
        assertThat(journey.running().of("placement")).isEqualTo(2);
        wantOthers();
        assertThatThrownBy(() -> journey.choose(third)).hasMessageContaining("2 already are");
    }

    @Test
    void rounds_beside_each_other_end_and_one_is_asked_to_choose_again() {
        PlacementId one = journey.offered(journey.group());
        wantOthers();
        PlacementId two = journey.offered(journey.group());
        journey.answer(one, "answer-offer", Placing.no());
        journey.answer(two, "answer-offer", Placing.no());
        journey.executeJobs();

        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
        journey.answer("choose-groups", Answered.noSuitableGroup());
        journey.executeJobs();
        journey.trace().isEnded();
        assertThat(journey.stands().outcome()).contains(Outcome.NO_SUITABLE_GROUP);
        journey.assertNothingIsLeft();
    }

    @Test
    void other_groups_are_wanted_after_a_first_session_and_nothing_more_comes_of_it() {
        journey.attend(journey.offered(journey.group()));
        journey.executeJobs();
        journey.trace().hasPassed("person-placed").isWaitingAt("look-back");

        wantOthers();
        wantOthers();
        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
        journey.answer("choose-groups", Answered.nothingMore());
        journey.executeJobs();
        journey.running().anotherRound().isEnded().hasPassed("nothing-more-wanted");
        journey.trace().isWaitingAt("look-back");
    }

    @Test
    void nothing_more_while_another_round_goes_on() {
        PlacementId one = journey.offered(journey.group());
        wantOthers();
        journey.answer("choose-groups", Answered.nothingMore());
        journey.answer(one, "answer-offer", Placing.no());
        journey.executeJobs();
        assertThatThrownBy(() -> journey.answer("choose-groups", Answered.nothingMore()))
                .hasMessageContaining("Nothing is under way");
        journey.trace().isWaitingAt("choose-groups");

        PlacementId two = journey.offered(journey.group());
        wantOthers();
        PlacementId three = journey.offered(journey.group());
        journey.answer(two, "answer-offer", Placing.no());
        journey.executeJobs();
        journey.trace().hasPassed("others-go-on");
        journey.attend(three);
        journey.executeJobs();
        assertThat(journey.state(three)).isEqualTo(PlacementState.ATTENDED);
        journey.trace().isWaitingAt("look-back");
    }

    @Test
    void the_referrals_own_round_ends_while_others_go_on() {
        GroupId slow = journey.group(InventedGroup.onePlace());
        Journey.choosing(context).offered(slow);
        PlacementId waiting = journey.waitingFor(slow);
        wantOthers();
        PlacementId other = journey.offered(journey.group());
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(WaitingAnswers.class).close(waiting, journey.linkWorker()));
        journey.executeJobs();
        journey.trace().hasPassed("others-go-on");

        journey.attend(other);
        journey.executeJobs();
        assertThat(journey.running().of("follow-up")).isOne();
    }

    /** They got what they came for at one group before the other of the same round said no. */
    @Test
    void nothing_more_is_wanted_in_the_referrals_own_round() {
        List<PlacementId> both = journey.choose(journey.group(), journey.group());
        both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
        journey.attend(both.get(0));
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Leavings.class)
                        .record(
                                new RecordLeaving(both.get(0), LeftBecause.GOT_WHAT_THEY_CAME_FOR, null),
                                journey.linkWorker()));
        journey.answer(both.get(1), "answer-offer", Placing.no());
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups", "look-back");

        journey.answer("choose-groups", Answered.nothingMore());
        journey.trace().hasPassed("nothing-more-wanted").isWaitingAt("look-back");
        for (int left = 3; left > 0; left--) {
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        }
        journey.executeJobs();
        journey.trace().isEnded();
        assertThat(journey.stands().outcome()).contains(Outcome.PLACED_AND_FOLLOWED_UP);
        journey.assertNothingIsLeft();
    }

    @Test
    void signposted_in_another_round_comes_to_the_same_call() {
        PlacementId one = journey.offered(journey.group());
        wantOthers();
        PlacementId two = journey.offered(journey.group());
        journey.answer(one, "answer-offer", Placing.no());
        journey.executeJobs();
        journey.answer(two, "answer-offer", Placing.no());
        journey.executeJobs();
        journey.running().anotherRound().isWaitingAt("choose-groups");

        journey.answer("choose-groups", Answered.signposted());
        journey.executeJobs();
        journey.running().anotherRound().isEnded().hasPassed("signposted-instead");
        journey.trace().hasPassed("others-tried", "plan-call-beside").isWaitingAt("call-beside");
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.called(false));
        journey.executeJobs();
        journey.trace().isEnded();
        assertThat(journey.stands().outcome()).contains(Outcome.SIGNPOSTED);
        journey.assertNothingIsLeft();
    }

    @Test
    void signposted_while_look_backs_run_is_called_after_four_weeks_all_the_same() {
        PlacementId first = journey.offered(journey.group());
        journey.attend(first);
        journey.executeJobs();
        UUID lookBacks = journey.plan();
        LocalDate inFourWeeks = journey.days().after(journey.days().today().plusWeeks(4), 0);
        wantOthers();
        journey.answer("choose-groups", Answered.signposted());
        journey.executeJobs();
        UUID call = journey.plan();
        journey.trace().isWaitingAt("look-back", "call-beside");

        journey.running().fireFirstTimer("wait-for-follow-up");
        assertThat(journey.openTasks(lookBacks)).as("after two weeks").containsExactly("hold-follow-up");
        journey.answer(lookBacks, "hold-follow-up", Answered.notReached());
        journey.running().fireFirstTimer("wait-for-follow-up");
        assertThat(journey.days().today()).isEqualTo(inFourWeeks);
        assertThat(journey.openTasks(lookBacks)).isEmpty();
        journey.answer(call, "hold-follow-up", Answered.called(true));
        journey.executeJobs();

        journey.trace().hasPassed("signposted-called").isWaitingAt("look-back", "another-round");
        journey.answer("choose-groups", Answered.nothingMore());
        for (int left = 2; left > 0; left--) {
            journey.fireTimer("wait-for-follow-up");
            journey.answer(lookBacks, "hold-follow-up", Answered.notReached());
        }
        journey.executeJobs();
        journey.trace().isEnded();
        assertThat(journey.stands().outcome()).contains(Outcome.PLACED_AND_FOLLOWED_UP);
        journey.assertNothingIsLeft();
    }

    @Test
    void a_group_that_fits_less_well_is_chosen_with_a_reason() {
        journey.group();
        GroupId less = journey.group(InventedGroup.singers().meeting(Need.MONEY));
        assertThatThrownBy(() -> journey.choose(less)).hasMessageContaining("say why it is chosen all the same");

        journey.answer("choose-groups", overridden(less));
        journey.trace(journey.placementIn(less)).isWaitingAt("check-person-side");
        assertThat(journey.jdbc()
                        .sql("select override_reason from choice where referral_id = :r")
                        .param("r", journey.referral().value())
                        .query(String.class)
                        .single())
                .isEqualTo("knows-somebody");
    }

    @Test
    void a_group_for_another_age_is_chosen_with_a_reason() {
        GroupId young = journey.group(InventedGroup.singers().upTo(25));
        assertThatThrownBy(() -> journey.choose(young)).hasMessageContaining("outside the ages");

        journey.answer("choose-groups", overridden(young));
        journey.trace(journey.placementIn(young)).isWaitingAt("check-person-side");
    }

    @Test
    void not_there_holds_until_the_person_changes_it_and_what_they_want_next_is_filled_in() {
        GroupId one = journey.group();
        GroupId next = journey.group();
        GroupId never = journey.group();
        journey.answer("choose-groups", choice(one, List.of(next.value()), List.of(never.value())));
        journey.answer(journey.placementIn(one), "check-person-side", Placing.noRisk());
        journey.answer(journey.placementIn(one), "answer-offer", Placing.no());
        journey.executeJobs();

        Suggesting suggesting = journey.bean(Suggesting.class);
        assertThat(suggesting.wantedNext(journey.referral())).containsExactly(next);
        assertThat(suggesting.notThere(journey.referral())).containsExactly(never);
        assertThat(suggesting.suggestions(journey.referral()).leftOut())
                .anySatisfy(left -> assertThat(left.why()).isEqualTo("the person said: not there"));
        assertThatThrownBy(() -> journey.answer("choose-groups", choice(never, List.of(), List.of(never.value()))))
                .hasMessageContaining("does not want to go to");

        journey.answer("choose-groups", choice(never, List.of(), List.of()));
        journey.trace(journey.placementIn(never)).isWaitingAt("check-person-side");
        assertThat(suggesting.notThere(journey.referral())).isEmpty();
    }

    @Test
    void other_groups_cannot_be_wanted_before_the_conversation() {
        Journey early = Journey.received(context);

        assertThatThrownBy(() -> early.bean(InOneTransaction.class)
                        .run(() -> early.bean(Rounds.class).wantOthers(early.referral(), early.linkWorker())))
                .hasMessageContaining("after the conversation");
    }

    private List<PlacementId> twoAccepted() {
        List<PlacementId> both = journey.choose(journey.group(), journey.group());
        both.forEach(placement -> {
            journey.answer(placement, "check-person-side", Placing.noRisk());
            journey.answer(placement, "answer-offer", Placing.yes());
        });
        return both;
    }

    private LocalDate inAWeek() {
        return journey.days().after(journey.days().today(), 5);
    }

    private void wantOthers() {
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Rounds.class).wantOthers(journey.referral(), journey.linkWorker()));
        journey.running().look();
    }

    private static ChooseGroups overridden(GroupId group) {
        return Filled.with(Placing.choice(group), "overrideReason", OverrideReason.KNOWS_SOMEBODY);
    }

    private static ChooseGroups choice(GroupId group, List<UUID> next, List<UUID> notThere) {
        return Filled.with(Placing.choice(group), "next", next, "notThere", notThere);
    }
}
