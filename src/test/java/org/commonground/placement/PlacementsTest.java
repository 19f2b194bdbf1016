package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.Mail;
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
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.GivenBy;
import org.commonground.referral.Outcome;
import org.commonground.referral.Purpose;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Standing;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Pauses;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
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
    private Choices choices;

    @Autowired
    private SafetyChecks checks;

    @Autowired
    private Offers offers;

    @Autowired
    private FirstSessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private Referrals referrals;

    @Autowired
    private InOneTransaction once;

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
        assertThat(referrals.consentsOf(referral).allowSharingWith(group)).isTrue();
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

        assertThat(placements.weighFacts(id)).isEqualTo(new WeighFacts(RiskLevel.MANAGED, true, true));
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

        assertThat(placements.weighFacts(id).supportGap()).isFalse();
    }

    @Test
    void thePersonsSideIsSignedOnceWhileItIsFresh() {
        PlacementId id = placing.choose(referral, group).get(0);
        placing.check(id);
        PersonSide side = checks.latest(referral).orElseThrow();

        clock.move(Duration.ofDays(28).minusMinutes(1));
        assertThat(checks.isFresh(side)).isTrue();
        assertThatThrownBy(() -> placing.check(id)).hasMessageContaining("signed already");
        clock.move(Duration.ofMinutes(1));
        assertThat(checks.isFresh(side)).isFalse();
        placing.check(id);
        assertThat(checks.isFresh(checks.latest(referral).orElseThrow())).isTrue();
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
        placements.weighed(id, Verdict.SECOND_OPINION);
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

        assertThatThrownBy(() -> placements.holdPlace(late)).isInstanceOf(GroupFull.class);
        assertThat(placements.find(late).ended()).contains(EndReason.NO_PLACE);
        assertThat(events(late)).endsWith("person-side-checked", "placement-ended no-place");
    }

    @Test
    void nobodyWaitsForAGroupThatKeepsNoListOrHasClosed() throws GroupFull {
        GroupId noList = InventedGroup.singers().capacity(1, 100, 100).in(context);
        PlacementId late = wouldWait(noList);
        placing.offered(referral, noList);
        assertThatThrownBy(() -> placements.holdPlace(late)).isExactlyInstanceOf(GroupFull.class);
        assertThat(placements.find(late).ended()).contains(EndReason.NO_PLACE);

        GroupId closing = InventedGroup.onePlace().in(context);
        PlacementId chosen = wouldWait(closing);
        context.getBean(Closures.class)
                .close(new CloseGroup(closing, ClosureKind.SUSPENDED, ClosureReason.OTHER, days.today()), Actor.SYSTEM);
        assertThatThrownBy(() -> placements.holdPlace(chosen)).isExactlyInstanceOf(GroupFull.class);
        assertThat(placements.find(chosen).ended()).contains(EndReason.NO_PLACE);
    }

    @Test
    void organisersAreToldWhatThePersonAgreedToAndTheNameOnlyAfterTheirYes() throws GroupFull {
        PlacementId id = placing.choose(referral, group).get(0);
        check(id, RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE));
        placements.weighed(id, Verdict.GO_AHEAD);
        placements.holdPlace(id);

        ToldToGroup before = offers.toldToGroup(id);
        assertThat(before.age().label()).isEqualTo("75 or over");
        assertThat(before.support()).containsExactly(Support.STEP_FREE);
        assertThat(before.instruction()).contains(new Narrative("Needs a seat near the door"));
        assertThat(before.firstName()).isEmpty();

        offers.answer(id, Placing.yes(), placing.somebody(Role.ORGANISER, group));
        assertThat(offers.toldToGroup(id).firstName()).contains(new PersonName("Billie"));
    }

    @Test
    void aGroupIsToldNothingThatThePersonDoesNotAgreeToAnyMore() throws GroupFull {
        PlacementId id = placing.choose(referral, group).get(0);
        check(id, RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE));
        placements.weighed(id, Verdict.GO_AHEAD);
        placements.holdPlace(id);

        referrals.withdrawConsent(referral, Purpose.SHARE_RISKS, null, placing.linkWorker());
        assertThat(offers.toldToGroup(id).instruction()).isEmpty();
        assertThat(offers.toldToGroup(id).support()).containsExactly(Support.STEP_FREE);
    }

    @Test
    void aGroupThatSaidYesIsToldNothingOnceThePersonSharesNothingWithIt() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        offers.answer(id, Placing.yes(), placing.somebody(Role.ORGANISER, group));
        assertThat(offers.toldToGroup(id).firstName()).isPresent();

        referrals.withdrawConsent(referral, Purpose.SHARE_WITH_GROUP, group, placing.linkWorker());
        assertThat(offers.toldToGroup(id).support()).isEmpty();
        assertThat(offers.toldToGroup(id).firstName()).isEmpty();
    }

    @Test
    void anAnswerByPhoneNamesWhoGaveItAndAGroupCannotSayYesToWhatItCannotDo() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        AnswerOffer unsafe = new AnswerOffer(
                YesPartlyNo.NO,
                true,
                true,
                PersonName.of("Alex"),
                Answer.ACCEPTED,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertRefused(() -> offers.answer(id, Placing.yes(), placing.linkWorker()), "spokenWith");
        assertRefused(() -> offers.answer(id, unsafe, placing.somebody(Role.ORGANISER, group)), "answer");
        offers.phoned(id, new PhoneOrganiser(false, null, null), placing.linkWorker());
        offers.answer(id, Placing.no(), placing.somebody(Role.ORGANISER, group));

        assertThat(placements.find(id).ended()).contains(EndReason.DECLINED);
        assertThat(availability().held()).isZero();
        assertThatThrownBy(() -> offers.answer(id, Placing.yes(), placing.somebody(Role.ORGANISER, group)))
                .hasMessage("This has changed meanwhile: the placement is now the group said no");
    }

    @Test
    void anAnswerThatIsNotWholeIsRefused() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, group);

        assertRefused(() -> offers.answer(id, Placing.notNow(days.today().plusMonths(13)), organiser), "tryAgainFrom");
        assertRefused(
                () -> offers.answer(
                        id, Filled.with(Placing.yesIf(ConditionKind.OTHER, "x"), "conditions", null), organiser),
                "conditions");
    }

    @Test
    void aGroupThatHasAskedDecidesWhenTheAnswerIsThere() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, group);
        offers.answer(id, Placing.ask("Does she need a lift?"), organiser);

        assertThatThrownBy(() -> offers.answer(id, Placing.yes(), organiser))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("waits for its answer");
    }

    @Test
    void anOrganisersOwnAnswerNamesNobodyOnThePhone() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        offers.answer(id, Placing.byPhone(Placing.yes(), "Somebody else"), placing.somebody(Role.ORGANISER, group));

        assertThat(offers.decided(id).orElseThrow().spokenWith()).isEmpty();
    }

    @Test
    void anOrganiserIsWhoeverBelongsToTheGroupAndNotToTheTeam() throws GroupFull {
        Placement offer = placements.find(placing.offered(referral, group));
        GroupId other = InventedGroup.singers().in(context);

        assertThat(offers.isOrganiser(offer, placing.somebody(Role.ORGANISER, group)))
                .isTrue();
        assertThat(offers.isOrganiser(offer, placing.somebody(Role.ORGANISER, other)))
                .isFalse();
        assertThat(offers.isOrganiser(offer, placing.somebody(Role.LINK_WORKER, group)))
                .isFalse();
    }

    @Test
    void theReminderWaitsAsLongAsAQuestionDidAndAQuestionIsAnsweredOnce() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        LocalDate before = remindOn(id);
        offers.answer(id, Placing.ask("Does she need a lift?"), placing.somebody(Role.ORGANISER, group));
        moveTo(days.after(days.today(), 3));
        Questions questions = context.getBean(Questions.class);
        AnswerQuestion reply = new AnswerQuestion(new Narrative("No, she comes by bus"));
        questions.answer(id, reply, placing.linkWorker());

        assertThat(remindOn(id)).isEqualTo(days.after(before, 3));
        assertThatThrownBy(() -> questions.answer(id, reply, placing.linkWorker()))
                .hasMessageContaining("answered already");
    }

    @Test
    void anOfferLapsesOnceAndIsRemindedOfOnce() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        assertThat(context.getBean(OfferMail.class).compose(id.value(), organiser(), UUID.randomUUID()))
                .map(Mail::facts)
                .hasValueSatisfying(facts -> assertThat(facts).containsOnlyKeys("reference", "answerBy"));

        moveTo(remindOn(id).minusDays(1));
        once.call(offers::remindWaiting);
        assertThat(events(id)).endsWith("offer-made");
        moveTo(remindOn(id));
        once.call(offers::remindWaiting);
        once.call(offers::remindWaiting);
        placements.lapse(id);
        placements.lapse(id);

        assertThat(events(id))
                .endsWith(
                        "offer-made",
                        "offer-reminded",
                        "offer-lapsed",
                        "place-given-back lapsed",
                        "placement-ended lapsed");
        assertThat(context.getBean(OfferMail.class).compose(id.value(), organiser(), UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void theFirstSessionIsAskedInWordsThePersonUnderstandsAndWrittenToThem() throws GroupFull {
        PlacementId id = placing.accepted(referral, group);
        LocalDate yesterday = placing.today().firstSessionOn().minusDays(1);
        AskPerson past =
                new AskPerson(PersonSays.YES, null, null, yesterday, null, null, PersonName.of("Alex"), null, null);
        assertRefused(
                () -> sessions.ask(id, past, placing.linkWorker()),
                "firstSessionOn",
                "firstSessionAt",
                "meetingPlace",
                "accompanied");
        assertRefused(
                () -> sessions.ask(
                        id,
                        new AskPerson(PersonSays.NO, null, null, null, null, null, null, null, null),
                        placing.linkWorker()),
                "noReason");
        AskPerson tomorrow = new AskPerson(
                PersonSays.YES,
                null,
                null,
                yesterday.plusDays(2),
                LocalTime.of(9, 30),
                Narrative.of("Chapel Hall"),
                PersonName.of("Alex"),
                true,
                PersonName.of("Jo"));
        sessions.ask(id, tomorrow, placing.linkWorker());

        assertRefused(
                () -> sessions.record(id, new RecordFirstSession(Attendance.MISSED, null), placing.linkWorker()),
                "firstSession");
        Mail mail = context.getBean(FirstSessionAppointmentMail.class)
                .compose(id.value(), referral.value(), UUID.randomUUID())
                .orElseThrow();
        assertThat(mail.subject()).isEqualTo("Your appointment");
        assertThat(mail.facts())
                .containsEntry("firstName", "Billie")
                .containsEntry("time", "9:30am")
                .containsEntry("place", "Chapel Hall")
                .containsEntry("meets", "Alex");
    }

    @Test
    void aNoAndAMissedSessionGiveThePlaceBack() throws GroupFull {
        PlacementId no = placing.accepted(referral, group);
        sessions.ask(no, Placing.personSaysNo(), placing.linkWorker());
        assertThat(placements.find(no).ended()).contains(EndReason.PERSON_SAID_NO);

        ReferralId other = placing.referral();
        PlacementId missed = placing.agreed(other, group);
        RecordFirstSession didNotCome = new RecordFirstSession(Attendance.MISSED, null);
        sessions.record(missed, didNotCome, placing.linkWorker());
        assertThat(placements.find(missed).state()).as("until they are asked").isEqualTo(PlacementState.AGREED);
        assertThatThrownBy(() -> sessions.record(missed, didNotCome, placing.linkWorker()))
                .hasMessageContaining("recorded already");
        sessions.askAfterMissed(
                missed,
                new AskAfterMissed(MissedBecause.FORGOT, AfterMissed.NO, null, null, null, null, null, null, null),
                placing.linkWorker());
        assertThat(placements.find(missed).ended()).contains(EndReason.MISSED);
        assertThat(events(missed)).endsWith("placement-ended missed", "place-given-back missed");

        assertThat(availability())
                .extracting(Availability::held, Availability::taken)
                .containsExactly(0, 0);
        assertThat(placements.anyPlaced(other)).isFalse();
        assertThat(choices.suggestions(other).ranked())
                .filteredOn(suggestion -> suggestion.group().id().equals(group))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.inWords()).startsWith("tried before"));
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
    void whilePausedNoFirstSessionIsAgreedAndANoStillCounts() throws GroupFull {
        PlacementId accepted = placing.accepted(referral, group);
        PlacementId missed = placing.agreed(referral, InventedGroup.singers().in(context));
        sessions.record(missed, new RecordFirstSession(Attendance.MISSED, null), placing.linkWorker());
        pause();

        assertPaused(() -> sessions.ask(accepted, placing.today(), placing.linkWorker()));
        assertPaused(() -> sessions.askAfterMissed(missed, triesAgain(), placing.linkWorker()));
        sessions.ask(accepted, Placing.personSaysNo(), placing.linkWorker());
        assertThat(placements.find(accepted).ended()).contains(EndReason.PERSON_SAID_NO);
    }

    @Test
    void whoeverDidNotComeIsAskedOnce() throws GroupFull {
        PlacementId id = placing.agreed(referral, group);
        sessions.record(id, new RecordFirstSession(Attendance.MISSED, null), placing.linkWorker());
        sessions.askAfterMissed(id, triesAgain(), placing.linkWorker());

        assertThatThrownBy(() -> sessions.askAfterMissed(id, triesAgain(), placing.linkWorker()))
                .hasMessageContaining("asked already");
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
                        placing.linkWorker());
        context.getBean(Pauses.class).pause(referral.value(), concern, lead);
    }

    private List<String> unmet() {
        return jdbc.sql("select need || ' ' || district || ' ' || reason from unmet_need where referral_id = :r")
                .param("r", referral.value())
                .query(String.class)
                .list();
    }

    private LocalDate remindOn(PlacementId id) {
        return jdbc.sql("select remind_on from placement where id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .single();
    }

    private void moveTo(LocalDate day) {
        clock.moveTo(day.atTime(12, 0).atZone(WorkingDays.LONDON).toInstant());
    }

    private PlacementId wouldWait(GroupId full) {
        return choices.choose(placing.referral(), Placing.waiting(full), placing.linkWorker())
                .get(0);
    }

    private AskAfterMissed triesAgain() {
        AskPerson today = placing.today();
        return new AskAfterMissed(
                MissedBecause.FORGOT,
                AfterMissed.TRY_AGAIN,
                today.firstSessionOn(),
                today.firstSessionAt(),
                today.meetingPlace(),
                today.metBy(),
                today.accompanied(),
                null,
                null);
    }

    private List<PlacementId> choose(ChooseGroups command) {
        return choices.choose(referral, command, placing.linkWorker());
    }

    private void check(PlacementId id, RiskLevel risk, String instruction, Boolean share, List<Support> support) {
        checks.check(id, Placing.side(risk, instruction, share, support), placing.linkWorker());
    }

    private UUID organiser() {
        return placing.somebody(Role.ORGANISER, group).account().value();
    }

    private Availability availability() {
        return places.availability().get(group);
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
