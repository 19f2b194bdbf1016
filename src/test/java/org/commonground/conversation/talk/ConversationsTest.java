package org.commonground.conversation.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.commonground.account.Actor;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.capacity.Advices;
import org.commonground.conversation.capacity.AdviseOnCapacity;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.capacity.MentalCapacity;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureAnswer;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.signpost.SignpostedHow;
import org.commonground.conversation.signpost.Signposting;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@CommonGroundTest
class ConversationsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Intake intake;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Signpostings signpostings;

    @Autowired
    private Advices advices;

    @Autowired
    private WorkingDays days;

    @Autowired
    private Codes codes;

    private ReferralId id;

    @BeforeEach
    void refer() {
        id = take(Invented.referral());
    }

    @Test
    void keepsWhatThePersonSaid() {
        assertThat(conversations.wishesOf(id)).isEmpty();

        ConversationOutcome outcome = conversations.hold(id, Said.goAhead(), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ConversationOutcome.Next.GO_AHEAD);
        Wishes wishes = conversations.wishesOf(id).orElseThrow();
        assertThat(wishes.needs()).containsExactlyInAnyOrder(Need.LONELINESS, Need.ARTS_AND_CRAFTS);
        assertThat(wishes.support()).containsExactly(Support.STEP_FREE);
        assertThat(wishes.days()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(wishes.times()).containsExactlyInAnyOrder(PartOfDay.MORNING, PartOfDay.AFTERNOON);
        assertThat(wishes.travel()).isEqualTo(Travel.NEARBY);
        assertThat(wishes.spending()).isEqualTo(Spending.LITTLE);
        assertThat(wishes.languages()).containsExactlyInAnyOrder("Welsh", "Somali");
        assertThat(wishes.whatMatters().text()).isEqualTo("Singing with others again");
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.CHOOSING);
        assertThat(codes.of(id)).extracting(code -> code.code().text()).containsExactly("871731000000106");
    }

    @Test
    void keepsHowTheyFeelInNumbersAndWhyNot() {
        conversations.hold(id, Said.goAhead(), Actor.SYSTEM);

        Scores scores = conversations.scoresOf(id);
        assertThat(scores.score(Measure.SATISFIED)).contains(4);
        assertThat(scores.score(Measure.ANXIOUS)).isEmpty();
        assertThat(scores.answers().get(Measure.ANXIOUS)).isEqualTo(MeasureAnswer.notAsked(NotAsked.TOO_UPSET));
        assertThat(scores.loneliness()).hasValue(8);
        assertThat(scores.score(Measure.LONELY)).contains(1);
    }

    @Test
    void keepsWhatTheyAgreeToNow() {
        conversations.hold(id, Said.goAhead(), Actor.SYSTEM);

        Consents agreed = consents.of(id);
        assertThat(agreed.allow(Purpose.SHARE_RISKS)).isTrue();
        assertThat(agreed.allow(Purpose.MAIL)).isTrue();
        assertThat(agreed.allow(Purpose.TEXT)).isFalse();
        assertThat(agreed.newest(Purpose.TEXT, null).orElseThrow().by()).isEqualTo(GivenBy.PERSON);
    }

    @Test
    void saysAtOnceEverythingThatIsMissing() {
        HoldConversation bare = Filled.in(
                HoldConversation.class,
                "result",
                ConversationResult.GO_AHEAD,
                "satisfied",
                "11",
                "referBy",
                GivenBy.BEST_INTERESTS);

        assertThatThrownBy(() -> conversations.hold(id, bare, Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
                        "capacity",
                        "needs",
                        "whatMatters",
                        "satisfied",
                        "worthwhile",
                        "happy",
                        "anxious",
                        "companionship",
                        "leftOut",
                        "isolated",
                        "lonely",
                        "days",
                        "times",
                        "travel",
                        "shareRisks",
                        "feedback",
                        "mail",
                        "text",
                        "decidedBy",
                        "grounds");
        assertThat(conversations.wishesOf(id)).isEmpty();
    }

    @Test
    void whoeverDeclinesIsAskedNothingMore() {
        ConversationOutcome outcome = conversations.hold(id, Said.doesNotWantAfterAll(), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ConversationOutcome.Next.DECLINED);
        assertThat(conversations.wishesOf(id)).isEmpty();
        assertThat(conversations.scoresOf(id).answers()).isEmpty();
        assertThat(codes.of(id)).extracting(code -> code.code().text()).containsExactly("871711000000103");
    }

    @Test
    void talksAgainOnADayThatIsToCome() {
        LocalDate day = days.today().plusDays(9);
        ConversationOutcome outcome = conversations.hold(id, Said.talkAgain(day), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ConversationOutcome.Next.TALK_AGAIN);
        assertThat(outcome.talkAt().atZone(WorkingDays.LONDON).toLocalDateTime())
                .isEqualTo(day.atTime(9, 15));
        assertThat(appointments.of(id).orElseThrow().place().text()).isEqualTo("By phone");
        assertThat(codes.of(id)).isEmpty();
        assertRefused(Filled.with(Said.talkAgain(null), "conversationAt", null), "conversationOn", "conversationAt");
        assertRefused(Said.talkAgain(days.today().minusDays(1)), "conversationOn");
        assertRefused(Said.talkAgain(days.today().plusDays(93)), "conversationOn");
        conversations.hold(id, Said.talkAgain(days.today()), Actor.SYSTEM);
        conversations.hold(id, Said.talkAgain(days.today().plusDays(92)), Actor.SYSTEM);
    }

    @Test
    void nothingIsSaidOrAdvisedOnceTheReferralHasEnded() {
        referrals.close(id, Outcome.STOPPED, Actor.SYSTEM);
        assertThatThrownBy(() -> conversations.hold(id, Said.goAhead(), Actor.SYSTEM))
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> advise(CapacityAdvice.PERSON_DECIDES)).hasMessageContaining("has ended");
    }

    @Test
    void whoeverIsNotReadyIsAskedAgainOnADay() {
        LocalDate day = days.today().plusDays(150);
        ConversationOutcome outcome = conversations.hold(id, Said.notReadyToTalk(day), Actor.SYSTEM);

        assertThat(outcome.askAt().atZone(WorkingDays.LONDON).toLocalDate()).isEqualTo(day);
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.REACHING);
        assertRefused(Said.notReadyToTalk(null), "askAgainOn");
        assertRefused(Said.notReadyToTalk(days.today()), "askAgainOn");
        assertRefused(Said.notReadyToTalk(days.today().plusDays(185)), "askAgainOn");
        conversations.hold(id, Said.notReadyToTalk(days.today().plusDays(1)), Actor.SYSTEM);
        conversations.hold(id, Said.notReadyToTalk(days.today().plusDays(184)), Actor.SYSTEM);
    }

    @Test
    void whereSomebodyIsSignpostedIsKept() {
        conversations.hold(id, Said.signposted(), Actor.SYSTEM);

        Signposting kept = signpostings.newest(id).orElseThrow();
        assertThat(kept.to().text()).isEqualTo("The bowls club in Exampleton");
        assertThat(kept.how()).isEqualTo(SignpostedHow.WRITTEN_DOWN);
        assertRefused(
                Filled.in(HoldConversation.class, "result", ConversationResult.SIGNPOSTED),
                "signpostedTo",
                "signpostedWhy",
                "signpostedHow");
    }

    @Test
    void whoeverDeclinesIsAskedWhy() {
        assertRefused(Filled.in(HoldConversation.class, "result", ConversationResult.DECLINED), "declinedBecause");
    }

    @Test
    void nothingGoesAheadBeforeADoubtIsAdvisedOn() {
        assertThat(conversations.hold(id, Said.inDoubt(), Actor.SYSTEM).next())
                .isEqualTo(ConversationOutcome.Next.ASK_ADVICE);
        assertThat(conversations.wishesOf(id)).isEmpty();
        assertThat(conversations.doubtOf(id).orElseThrow().capacityNote().text())
                .contains("Forgot");
        assertRefused(Filled.with(Said.inDoubt(), "capacityNote", null), "capacityNote");

        advise(CapacityAdvice.PERSON_DECIDES);
        assertThat(conversations.hold(id, Said.inDoubt(), Actor.SYSTEM).next())
                .isEqualTo(ConversationOutcome.Next.GO_AHEAD);
        assertThat(conversations
                        .hold(id, Filled.with(Said.inDoubt(), "askAdviceAgain", true), Actor.SYSTEM)
                        .next())
                .isEqualTo(ConversationOutcome.Next.ASK_ADVICE);
    }

    @Test
    void whoeverCannotDecideGoesAheadNoMoreThanWhoeverIsInDoubt() {
        HoldConversation cannot = Filled.with(Said.inDoubt(), "capacity", MentalCapacity.NO);
        assertThat(conversations.hold(id, cannot, Actor.SYSTEM).next()).isEqualTo(ConversationOutcome.Next.ASK_ADVICE);
    }

    @Test
    void whoeverDecidesAfterAllGoesAheadWhateverTheAdviceWas() {
        advise(CapacityAdvice.STOP);
        assertThat(conversations.hold(id, Said.goAhead(), Actor.SYSTEM).next())
                .isEqualTo(ConversationOutcome.Next.GO_AHEAD);
    }

    @ParameterizedTest
    @EnumSource(CapacityAdvice.class)
    void goesAheadOnlyAsAdvised(CapacityAdvice advice) {
        advise(advice);
        for (GivenBy by : GivenBy.values()) {
            HoldConversation said = Filled.with(
                    Said.inDoubt(),
                    "referBy",
                    by,
                    "shareRisksBy",
                    by,
                    "feedbackBy",
                    by,
                    "mailBy",
                    by,
                    "textBy",
                    by,
                    "decidedBy",
                    new PersonName("Agatha Testerton"),
                    "grounds",
                    new Narrative("Saw the deed"));
            if (advice == CapacityAdvice.STOP) {
                assertRefused(said, "result");
            } else if (advice.decides().orElseThrow() == by) {
                assertThat(conversations.hold(id, said, Actor.SYSTEM).next())
                        .isEqualTo(ConversationOutcome.Next.GO_AHEAD);
            } else {
                assertRefused(said, "referBy", "shareRisksBy", "feedbackBy", "mailBy", "textBy");
            }
        }
    }

    @Test
    void whoeverTalksAgainOrIsNotReadyDecidesNothingThatNeedsAdvice() {
        HoldConversation said = Filled.with(
                Said.talkAgain(days.today().plusDays(2)),
                "capacity",
                MentalCapacity.NO,
                "capacityNote",
                new Narrative("Very tired today"));
        assertThat(conversations.hold(id, said, Actor.SYSTEM).next()).isEqualTo(ConversationOutcome.Next.TALK_AGAIN);
        HoldConversation notReady = Filled.with(
                Said.notReadyToTalk(days.today().plusDays(9)),
                "capacity",
                MentalCapacity.NO,
                "capacityNote",
                new Narrative("Very tired today"));
        assertThat(conversations.hold(id, notReady, Actor.SYSTEM).next()).isEqualTo(ConversationOutcome.Next.NOT_READY);
    }

    /** Each purpose has its own answer and says who gave it; what stays as it was keeps its day. */
    @Test
    void keepsForEachPurposeWhoAgreedAndOnlyWhatChanged() {
        HoldConversation mixed = Filled.with(
                Said.goAhead(),
                "feedbackBy",
                GivenBy.ATTORNEY_OR_DEPUTY,
                "decidedBy",
                new PersonName("Agatha Testerton"),
                "grounds",
                new Narrative("Saw the deed"));
        conversations.hold(id, mixed, Actor.SYSTEM);
        Consents agreed = consents.of(id);
        assertThat(agreed.newest(Purpose.FEEDBACK, null).orElseThrow().by()).isEqualTo(GivenBy.ATTORNEY_OR_DEPUTY);
        assertThat(agreed.newest(Purpose.SHARE_RISKS, null).orElseThrow().by()).isEqualTo(GivenBy.PERSON);

        conversations.hold(id, mixed, Actor.SYSTEM);
        assertThat(consents.of(id).answers()).hasSameSizeAs(agreed.answers());

        conversations.hold(id, Filled.with(mixed, "feedbackBy", GivenBy.BEST_INTERESTS), Actor.SYSTEM);
        assertThat(consents.of(id).newest(Purpose.FEEDBACK, null).orElseThrow().by())
                .isEqualTo(GivenBy.BEST_INTERESTS);
        conversations.hold(
                id, Filled.with(mixed, "feedbackBy", GivenBy.BEST_INTERESTS, "feedback", false), Actor.SYSTEM);
        assertThat(consents.of(id).allow(Purpose.FEEDBACK)).isFalse();
    }

    @Test
    void nothingIsAskedTwice() {
        conversations.hold(
                id,
                Filled.with(
                        Said.talkAgain(days.today().plusDays(2)),
                        "needs",
                        List.of(Need.MONEY),
                        "satisfied",
                        "6",
                        "travel",
                        Travel.WALKING),
                Actor.SYSTEM);
        LocalDate first = days.today();
        new TimePasses(context).days(2);
        conversations.hold(
                id,
                Filled.with(
                        Said.talkAgain(days.today().plusDays(2)), "satisfied", "6", "happy", "2", "whatMatters", null),
                Actor.SYSTEM);

        Wishes earlier = conversations.earlier(id);
        assertThat(earlier.needs()).containsExactly(Need.MONEY);
        assertThat(earlier.travel()).isEqualTo(Travel.WALKING);
        assertThat(earlier.whatMatters().text()).isEqualTo("Her garden");
        assertThat(conversations.scoresOf(id).score(Measure.SATISFIED)).contains(6);
        assertThat(conversations.askedOn(id))
                .as("each measure keeps its own day")
                .containsEntry(Measure.SATISFIED, first)
                .containsEntry(Measure.HAPPY, days.today());
    }

    @Test
    void adviceThatOthersDecideNamesThemAndSaysWhy() {
        AdviseOnCapacity bare =
                new AdviseOnCapacity(CapacityAdvice.BEST_INTERESTS, null, null, new Narrative("Advanced dementia"));
        assertThatThrownBy(() -> advices.give(id, bare, Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("decidedBy", "grounds");
        assertThat(advices.newest(id)).isEmpty();
    }

    private void advise(CapacityAdvice advice) {
        advices.give(
                id,
                new AdviseOnCapacity(
                        advice,
                        new PersonName("Agatha Testerton, her sister"),
                        new Narrative("Saw the deed"),
                        new Narrative("Spoke with her twice")),
                Actor.SYSTEM);
    }

    private void assertRefused(HoldConversation said, String... fields) {
        assertRefused(id, said, fields);
    }

    private void assertRefused(ReferralId whose, HoldConversation said, String... fields) {
        assertThatThrownBy(() -> conversations.hold(whose, said, Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys((Object[]) fields);
    }

    @Test
    void mailAndTextsAreAgreedToOnlyWhereTheyCanBeSentAndAreSafeFromThenOn() {
        ReferralMessage.Who who = Invented.referral().message().person();
        ReferralId unreachable = take(Invented.referral().person(Filled.with(who, "mail", null, "phone", null)));
        HoldConversation both = Filled.with(Said.goAhead(), "text", true);
        assertRefused(unreachable, both, "mail", "text");
        ReferralId unsafe = take(Invented.referral().contact(Safety.SAFE, null, Safety.UNSAFE, Safety.UNSAFE, null));
        assertRefused(unsafe, both, "mail", "text");

        ReferralId asked = take(Invented.referral()
                .person(Filled.with(Invented.referral().message().person(), "phone", null, "otherPhone", who.phone()))
                .contact(null, null, Safety.UNKNOWN, Safety.UNKNOWN, null));
        conversations.hold(asked, both, Actor.SYSTEM);
        SafeContact now = referrals.personOf(asked).safeContact();
        assertThat(now.isSafe(Way.MAIL)).isTrue();
        assertThat(now.isSafe(Way.TEXT)).isTrue();
        assertThat(now.isSafe(Way.CALL)).isFalse();
    }

    @Test
    void nothingSaidShowsItself() {
        assertThat(Said.goAhead() + " " + Said.reached(LocalDate.EPOCH)).doesNotContain("Singing", "library");
    }

    private ReferralId take(Invented invented) {
        return intake.receive(
                        invented.message(), null, Neighbourhood.in(context).actor())
                .referral();
    }
}
