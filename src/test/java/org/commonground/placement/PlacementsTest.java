package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.Availability;
import org.commonground.group.CloseGroup;
import org.commonground.group.ClosureKind;
import org.commonground.group.ClosureReason;
import org.commonground.group.Closures;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Need;
import org.commonground.group.Places;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.placement.check.CheckPersonSide;
import org.commonground.placement.check.GiveSecondOpinion;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.placement.check.WeighFacts;
import org.commonground.placement.check.Weighing;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.choice.NoGroupReason;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.Promises;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.placement.waiting.MustWait;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Pauses;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Placements from the choice to the first session, through the services alone. */
@CommonGroundTest
class PlacementsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Placements placements;

    @Autowired
    private Promises promises;

    @Autowired
    private Weighing weighing;

    @Autowired
    private Choices choices;

    @Autowired
    private SafetyChecks checks;

    @Autowired
    private FirstSessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private MovableClock clock;

    @Autowired
    private WorkingDays days;

    @Autowired
    private JdbcClient jdbc;

    private Placing placing;
    private ReferralId referral;
    private GroupId group;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
        group = InventedGroup.singers().in(context);
    }

    @Test
    void goesFromTheChoiceToTheFirstSession() throws GroupFull {
        PlacementId id = placing.agreed(referral, group);
        assertThat(referrals.find(referral).standing()).isEqualTo(Standing.PLACED);

        sessions.record(
                id, new RecordFirstSession(Attendance.ATTENDED, Narrative.of("She sang")), placing.linkWorker());

        assertThat(placements.find(id).state()).isEqualTo(PlacementState.ATTENDED);
        assertThat(placements.anyPlaced(referral)).isTrue();
        assertThat(availability())
                .extracting(Availability::held, Availability::taken)
                .containsExactly(0, 1);
        assertThat(jdbc.sql("select last_day from place where placement_id = :id")
                        .param("id", id.value())
                        .query(LocalDate.class)
                        .single())
                .as("of a course of six weeks")
                .isEqualTo(days.today().plusWeeks(5));
        assertThat(events(id))
                .containsExactly(
                        "placement-chosen",
                        "person-side-checked",
                        "person-side-weighed go-ahead",
                        "place-held",
                        "offer-made",
                        "place-taken",
                        "offer-accepted",
                        "person-said-yes",
                        "first-session-attended");
    }

    @Test
    void aChoiceRecordsConsentForEachGroupAndRefusesOneWithoutIt() {
        ChooseGroups unshared = Filled.with(Placing.choice(group), "shareWith", List.of());
        ChooseGroups nobodySaid = Filled.with(Placing.choice(group), "consentBy", null);
        ChooseGroups deputy = Filled.with(Placing.choice(group), "consentBy", GivenBy.ATTORNEY_OR_DEPUTY);

        assertRefused(() -> choose(unshared), "shareWith");
        assertRefused(() -> choose(nobodySaid), "consentBy");
        assertRefused(() -> choose(deputy), "consentDecidedBy", "consentGrounds");
        assertThat(placements.of(referral)).isEmpty();

        placing.choose(referral, group);
        assertThat(consents.of(referral).allowSharingWith(group)).isTrue();
    }

    @Test
    void atMostTwoGroupsAreTriedAtOnceAndNoneTwice() {
        GroupId second = InventedGroup.singers().in(context);
        GroupId third = InventedGroup.singers().in(context);

        assertRefused(() -> choose(Placing.choice(group, second, third)), "groups");
        assertRefused(() -> choose(Placing.choice(group, group)), "groups");
        placing.choose(referral, group);
        assertThatThrownBy(() -> choose(Placing.choice(group)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .hasEntrySatisfying(
                                        "groups",
                                        message ->
                                                assertThat(message).endsWith("cannot be chosen: already being tried")));
        assertRefused(() -> choose(Placing.choice(second, third)), "groups");
    }

    @Test
    void aGroupThatFailsACriterionCannotBeChosenByAnybody() {
        GroupId signpost = InventedGroup.singers().tier(Tier.SIGNPOST_ONLY).in(context);

        assertRefused(() -> choose(Placing.choice(signpost)), "groups");
        assertRefused(() -> choose(Placing.choice(GroupId.next())), "groups");
    }

    @Test
    void noGroupSuitsOnlyWhileNoneIsTriedAndAFullOneIsChosenByWhoeverWouldWait() throws GroupFull {
        GroupId full = InventedGroup.onePlace().in(context);
        placing.offered(placing.referral(), full);
        assertRefused(() -> choose(Placing.choice(full)), "wouldWait");

        choose(Placing.waiting(full));
        ChooseGroups none = Filled.in(
                ChooseGroups.class,
                "choice",
                Choice.NO_SUITABLE_GROUP,
                "noGroupReason",
                NoGroupReason.NO_PLACE,
                "noGroupNote",
                new Narrative("All are full"));
        assertRefused(() -> choose(none), "choice");
    }

    @Test
    void nothingIsChosenOnceTheReferralHasEnded() {
        referrals.close(referral, Outcome.STOPPED, placing.linkWorker());
        assertThatThrownBy(() -> choose(Placing.choice(group))).hasMessageContaining("closed meanwhile");
    }

    @Test
    void whatComesNextAndWhatDoesNotAreGroupsWeKnowAndNotTheSame() {
        ChooseGroups one = Placing.choice(group);
        UUID unknown = GroupId.next().value();
        UUID other = InventedGroup.singers().in(context).value();

        assertRefused(() -> choose(Filled.with(one, "next", List.of(unknown))), "next");
        assertRefused(() -> choose(Filled.with(one, "notThere", List.of(unknown))), "notThere");
        assertRefused(() -> choose(Filled.with(one, "next", List.of(other), "notThere", List.of(other))), "next");
    }

    @Test
    void aNeedThatAGroupMeetsAlreadyIsNotUnmet() throws GroupFull {
        PlacementId id = placing.agreed(
                referral, InventedGroup.singers().meeting(Need.LONELINESS).in(context));
        sessions.record(id, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());

        choose(Filled.in(
                ChooseGroups.class,
                "choice",
                Choice.NO_SUITABLE_GROUP,
                "noGroupReason",
                NoGroupReason.NONE_NEAR,
                "noGroupNote",
                new Narrative("A place to talk about her husband")));
        assertThat(unmet()).containsExactly("bereavement EX1 none-near");
    }

    @Test
    void noSuitableGroupNeedsItsReason() {
        ChooseGroups none = Filled.in(ChooseGroups.class, "choice", Choice.NO_SUITABLE_GROUP);
        ChooseGroups because = Filled.with(none, "noGroupReason", NoGroupReason.NONE_NEAR);
        assertRefused(() -> choose(none), "noGroupReason", "noGroupNote");
        assertRefused(() -> choose(because), "noGroupNote");

        assertThat(choose(Filled.with(because, "noGroupNote", new Narrative("A choir near Exampleton"))))
                .isEmpty();
        assertThat(unmet())
                .as("each need, where they live and why")
                .containsExactlyInAnyOrder("loneliness EX1 none-near", "bereavement EX1 none-near");
    }

    @Test
    void thePersonsSideSaysWhatTheDecisionNeedsToKnow() {
        PlacementId id = placing.choose(referral, group).get(0);
        checks.check(
                id,
                Placing.side(
                        RiskLevel.MANAGED,
                        "Does not want to be photographed",
                        true,
                        List.of(Support.STEP_FREE, Support.SIGN_LANGUAGE)),
                placing.linkWorker());

        assertThat(weighing.facts(id)).isEqualTo(new WeighFacts(RiskLevel.MANAGED, true, true));
        assertThat(checks.latest(referral).orElseThrow().instruction().text()).startsWith("Does not want");
    }

    @Test
    void supportThatIsArrangedIsNoGap() {
        PlacementId id = placing.choose(referral, group).get(0);
        checks.check(
                id,
                Filled.with(
                        Placing.side(RiskLevel.NONE, null, null, List.of(Support.SIGN_LANGUAGE)),
                        "supportArranged",
                        true,
                        "supportArrangement",
                        new Narrative("Her daughter signs for her")),
                placing.linkWorker());

        assertThat(weighing.facts(id).supportGap()).isFalse();
    }

    @Test
    void thePersonsSideIsSignedOnceWhileItIsFresh() {
        PlacementId id = placing.choose(referral, group).get(0);
        placing.check(id);
        PersonSide side = checks.latest(referral).orElseThrow();

        clock.move(Duration.ofDays(28).minusMinutes(1));
        assertThat(checks.isFresh(placements.find(id), side)).isTrue();
        assertThatThrownBy(() -> placing.check(id)).hasMessageContaining("signed already");
        clock.move(Duration.ofMinutes(1));
        assertThat(checks.isFresh(placements.find(id), side)).isFalse();
        placing.check(id);
        assertThat(checks.isFresh(placements.find(id), checks.latest(referral).orElseThrow()))
                .isTrue();
    }

    @Test
    void thePersonsSideIsRefusedWhereAnswersDoNotFit() {
        PlacementId id = placing.choose(referral, group).get(0);

        assertRefused(() -> check(id, RiskLevel.MANAGED, null, null, List.of(Support.STEP_FREE)), "shareRisks");
        assertRefused(() -> check(id, RiskLevel.MANAGED, null, true, List.of(Support.STEP_FREE)), "instruction");
        CheckPersonSide crisis = new CheckPersonSide(
                null,
                null,
                null,
                null,
                null,
                List.of(Support.INTERPRETER),
                null,
                null,
                RiskLevel.UNRESOLVED,
                RiskLevel.NONE,
                RiskLevel.NONE,
                RiskLevel.NONE,
                true,
                null,
                true,
                null,
                null,
                null,
                false);
        assertRefused(
                () -> checks.check(id, crisis, placing.linkWorker()),
                "crisis",
                "supportArranged",
                "riskNote",
                "shareRisks",
                "signed");
    }

    @Test
    void aSecondOpinionComesFromSomebodyElse() {
        PlacementId id = placing.choose(referral, group).get(0);
        placing.check(id);
        weighing.weighed(id, Verdict.SECOND_OPINION);
        GiveSecondOpinion no = new GiveSecondOpinion(Verdict.NOT_THIS_GROUP, Narrative.of("Too many steps"));

        assertThatThrownBy(() -> checks.secondOpinion(id, no, placing.linkWorker()))
                .hasMessageContaining("somebody else");
        checks.secondOpinion(id, no, placing.somebody(Role.CLINICAL_SUPERVISOR));
        placements.end(id, EndReason.NOT_THIS_GROUP);
        placements.end(id, EndReason.NO_PLACE);

        assertThat(placements.find(id).ended()).contains(EndReason.NOT_THIS_GROUP);
        assertThat(referrals.find(referral).standing()).isEqualTo(Standing.CHOOSING);
    }

    @Test
    void aFullGroupEndsThePlacementAndWritesNothingElse() throws GroupFull {
        GroupId tiny = InventedGroup.singers().capacity(1, 9, 9).in(context);
        PlacementId late = placing.choose(placing.referral(), tiny).get(0);
        placing.check(late);
        placing.offered(referral, tiny);

        assertThatThrownBy(() -> promises.hold(late)).isInstanceOf(GroupFull.class);
        assertThat(placements.find(late).ended()).contains(EndReason.NO_PLACE);
        assertThat(events(late)).endsWith("person-side-checked", "placement-ended no-place");
    }

    @Test
    void nobodyWaitsForAGroupThatKeepsNoListOrHasClosed() throws GroupFull {
        GroupId noList = InventedGroup.singers().capacity(1, 100, 100).in(context);
        PlacementId late = wouldWait(noList);
        placing.offered(referral, noList);
        assertThatThrownBy(() -> promises.hold(late)).isExactlyInstanceOf(GroupFull.class);
        assertThat(placements.find(late).ended()).contains(EndReason.NO_PLACE);

        GroupId closing = InventedGroup.onePlace().in(context);
        PlacementId chosen = wouldWait(closing);
        context.getBean(Closures.class)
                .close(new CloseGroup(closing, ClosureKind.SUSPENDED, ClosureReason.OTHER, days.today()), Actor.SYSTEM);
        assertThatThrownBy(() -> promises.hold(chosen)).isExactlyInstanceOf(GroupFull.class);
        assertThat(placements.find(chosen).ended()).contains(EndReason.NO_PLACE);
    }

    @Test
    void otherGroupsAreWantedByWhoeverComesToWaitAfterTheOtherGroupFailed() throws GroupFull {
        GroupId full = InventedGroup.onePlace().in(context);
        placing.offered(placing.referral(), full);
        List<PlacementId> both = choose(Placing.waiting(group, full));
        placements.end(both.get(0), EndReason.NOT_THIS_GROUP);
        placing.check(both.get(1));
        weighing.weighed(both.get(1), Verdict.GO_AHEAD);
        assertThatThrownBy(() -> promises.hold(both.get(1))).isInstanceOf(MustWait.class);

        assertThat(othersWanted()).isEqualTo(1);
    }

    @Test
    void whoeverLeavesGivesThePlaceBack() throws GroupFull {
        PlacementId id = placing.agreed(referral, group);
        sessions.record(id, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());

        Leavings leavings = context.getBean(Leavings.class);
        RecordLeaving left = new RecordLeaving(id, LeftBecause.DID_NOT_SUIT, null);
        leavings.record(left, placing.linkWorker());
        assertThatThrownBy(() -> leavings.record(left, placing.linkWorker())).hasMessageContaining("already");
        leavings.all(referral, LeftBecause.NOT_SAID, placing.linkWorker());

        assertThat(availability().taken()).isZero();
        assertThat(events(id)).endsWith("first-session-attended", "place-given-back left", "person-left did-not-suit");
        assertThat(placements.anyPlaced(referral)).isTrue();
    }

    @Test
    void whoeverLeavesAfterTheReferralHasEndedWantsNoOtherGroup() throws GroupFull {
        PlacementId id = placing.agreed(referral, group);
        sessions.record(id, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());
        referrals.close(referral, Outcome.PLACED_AND_FOLLOWED_UP, placing.linkWorker());

        context.getBean(Leavings.class)
                .record(new RecordLeaving(id, LeftBecause.DID_NOT_SUIT, null), placing.linkWorker());
        assertThat(othersWanted()).isZero();
    }

    @Test
    void aConsentIsWithdrawnOnce() {
        placing.choose(referral, group);
        Withdrawals withdrawals = context.getBean(Withdrawals.class);
        for (WithdrawConsent once : List.of(
                new WithdrawConsent(referral, Purpose.SHARE_WITH_GROUP, group),
                new WithdrawConsent(referral, Purpose.FEEDBACK, null))) {
            withdrawals.withdraw(once, placing.linkWorker());
            assertThatThrownBy(() -> withdrawals.withdraw(once, placing.linkWorker()))
                    .hasMessageContaining("withdrawn already");
        }
    }

    @Test
    void aPausedReferralGoesNoFartherUntilTheLeadSaysSo() throws GroupFull {
        PlacementId chosen = placing.choose(referral, group).get(0);
        pause();

        assertPaused(() -> choose(Placing.choice(InventedGroup.singers().in(context))));
        assertPaused(() -> placing.check(chosen));
        assertPaused(() -> checks.secondOpinion(
                chosen,
                new GiveSecondOpinion(Verdict.GO_AHEAD, Narrative.of("Fine")),
                placing.somebody(Role.CLINICAL_SUPERVISOR)));
    }

    @Test
    void whatPeopleSaidIsSealed() throws GroupFull {
        PlacementId id = placing.choose(referral, group).get(0);
        check(id, RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE));

        String row = jdbc.sql("select s::text || p::text from person_side s join placement p on p.id = s.placement_id"
                        + " where placement_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("seat near", "nephew", "frame");
    }

    @Test
    void whoeverIsOnNoListIsNeitherPassedOverNorTakenOffIt() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        context.getBean(FreedPlaces.class).passOn(id);
        context.getBean(WaitingAnswers.class).close(id, Actor.SYSTEM);
        assertThat(placements.find(id).state()).isEqualTo(PlacementState.OFFERED);
    }

    private void pause() {
        Actor.SignedIn lead = placing.somebody(Role.SAFEGUARDING_LEAD);
        ConcernId concern = context.getBean(Concerns.class)
                .raise(
                        new RaiseConcern(
                                UUID.randomUUID(),
                                referral.value(),
                                null,
                                false,
                                Narrative.of("Something worries me"),
                                null),
                        Here.in(context),
                        placing.linkWorker());
        context.getBean(Pauses.class).pause(referral.value(), concern, lead);
    }

    private int othersWanted() {
        return jdbc.sql("select count(*) from event where referral_id = :r and kind = 'others-wanted'")
                .param("r", referral.value())
                .query(Integer.class)
                .single();
    }

    private List<String> unmet() {
        return jdbc.sql("select need || ' ' || district || ' ' || reason from unmet_need where referral_id = :r")
                .param("r", referral.value())
                .query(String.class)
                .list();
    }

    private PlacementId wouldWait(GroupId full) {
        return choices.choose(placing.referral(), Placing.waiting(full), placing.linkWorker())
                .get(0);
    }

    private List<PlacementId> choose(ChooseGroups command) {
        return choices.choose(referral, command, placing.linkWorker());
    }

    private void check(PlacementId id, RiskLevel risk, String instruction, Boolean share, List<Support> support) {
        checks.check(id, Placing.side(risk, instruction, share, support), placing.linkWorker());
    }

    private Availability availability() {
        return places.availability(group);
    }

    private static void assertPaused(ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageContaining("paused by the safeguarding lead");
    }

    private static void assertRefused(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(fields));
    }

    private List<String> events(PlacementId id) {
        return jdbc.sql("select kind || coalesce(' ' || reason, '') from event where subject_id = :s order by id")
                .param("s", id.value())
                .query(String.class)
                .list();
    }
}
