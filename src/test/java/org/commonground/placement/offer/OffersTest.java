package org.commonground.placement.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.correspondence.words.Message;
import org.commonground.group.Availability;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.group.Support;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.placement.check.Weighing;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a group is asked, who answers for it, and until when. */
@CommonGroundTest
class OffersTest {

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
    private Offers offers;

    @Autowired
    private OfferReminders reminders;

    @Autowired
    private ToldToGroups told;

    @Autowired
    private Places places;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ConsentAnswers consents;

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
    void organisersAreToldWhatThePersonAgreedToAndTheNameOnlyAfterTheirYes() throws GroupFull {
        PlacementId id = placing.choose(referral, group).get(0);
        check(id, RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE));
        weighing.weighed(id, Verdict.GO_AHEAD);
        promises.hold(id);

        ToldToGroup before = told.of(id);
        assertThat(before.age().label()).isEqualTo("75 or over");
        assertThat(before.support()).containsExactly(Support.STEP_FREE);
        assertThat(before.instruction()).contains(new Narrative("Needs a seat near the door"));
        assertThat(before.firstName()).isEmpty();

        offers.answer(id, Placing.yes(), placing.somebody(Role.ORGANISER, group));
        assertThat(told.of(id).firstName()).contains(new PersonName("Billie"));
    }

    @Test
    void aGroupIsToldNothingThatThePersonDoesNotAgreeToAnyMore() throws GroupFull {
        PlacementId id = placing.choose(referral, group).get(0);
        check(id, RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE));
        weighing.weighed(id, Verdict.GO_AHEAD);
        promises.hold(id);

        consents.withdraw(referral, Purpose.SHARE_RISKS, null, placing.linkWorker());
        assertThat(told.of(id).instruction()).isEmpty();
        assertThat(told.of(id).support()).containsExactly(Support.STEP_FREE);
    }

    @Test
    void aGroupThatSaidYesIsToldNothingOnceThePersonSharesNothingWithIt() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        offers.answer(id, Placing.yes(), placing.somebody(Role.ORGANISER, group));
        assertThat(told.of(id).firstName()).isPresent();

        consents.withdraw(referral, Purpose.SHARE_WITH_GROUP, group, placing.linkWorker());
        assertThat(told.of(id).support()).isEmpty();
        assertThat(told.of(id).firstName()).isEmpty();
    }

    @Test
    void anAnswerByPhoneNamesWhoGaveItAndAGroupCannotSayYesToWhatItCannotDo() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        AnswerOffer unsafe = new AnswerOffer(
                YesPartlyNo.NO,
                true,
                true,
                PersonName.of("Alex"),
                OfferAnswer.ACCEPTED,
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
        GroupQuestions questions = context.getBean(GroupQuestions.class);
        AnswerQuestion reply = new AnswerQuestion(new Narrative("No, she comes by bus"));
        questions.answer(id, reply, placing.linkWorker());

        assertThat(remindOn(id)).isEqualTo(days.after(before, 3));
        assertThatThrownBy(() -> questions.answer(id, reply, placing.linkWorker()))
                .hasMessageContaining("answered already");
    }

    @Test
    void anOfferLapsesOnceAndIsRemindedOfOnce() throws GroupFull {
        PlacementId id = placing.offered(referral, group);
        assertThat(context.getBean(OfferMessage.class).compose(id.value(), organiser(), UUID.randomUUID()))
                .map(Message::facts)
                .hasValueSatisfying(facts -> assertThat(facts).containsOnlyKeys("reference", "answerBy", "signsIn"));

        moveTo(remindOn(id).minusDays(1));
        once.call(reminders::remindWaiting);
        assertThat(events(id)).endsWith("offer-made");
        moveTo(remindOn(id));
        once.call(reminders::remindWaiting);
        once.call(reminders::remindWaiting);
        promises.lapse(id);
        promises.lapse(id);

        assertThat(events(id))
                .endsWith(
                        "offer-made",
                        "offer-reminded",
                        "offer-lapsed",
                        "place-given-back lapsed",
                        "placement-ended lapsed");
        assertThat(context.getBean(OfferMessage.class).compose(id.value(), organiser(), UUID.randomUUID()))
                .isEmpty();
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

    private List<PlacementId> choose(ChooseGroups command) {
        return choices.choose(referral, command, placing.linkWorker());
    }

    private void check(PlacementId id, RiskLevel risk, String instruction, Boolean share, List<Support> support) {
        checks.check(id, Placing.side(risk, instruction, share, support), placing.linkWorker());
    }

    private UUID organiser() {
        placing.somebody(Role.ORGANISER, group);
        return context.getBean(Organisers.class).of(group.value()).get(0).id().value();
    }

    private Availability availability() {
        return places.availability(group);
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
