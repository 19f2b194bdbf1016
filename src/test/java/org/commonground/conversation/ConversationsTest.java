package org.commonground.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.commonground.account.Actor;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Consents;
import org.commonground.referral.GivenBy;
import org.commonground.referral.Purpose;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralMessage;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@CommonGroundTest
class ConversationsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Conversations conversations;

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

        ConversationResult result = conversations.hold(id, Said.goAhead(), Actor.SYSTEM);

        assertThat(result).isEqualTo(ConversationResult.GO_AHEAD);
        Wishes wishes = conversations.wishesOf(id).orElseThrow();
        assertThat(wishes.needs()).containsExactlyInAnyOrder(Need.LONELINESS, Need.ARTS_AND_CRAFTS);
        assertThat(wishes.support()).containsExactly(Support.STEP_FREE);
        assertThat(wishes.days()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(wishes.times()).containsExactlyInAnyOrder(PartOfDay.MORNING, PartOfDay.AFTERNOON);
        assertThat(wishes.travel()).isEqualTo(Travel.NEARBY);
        assertThat(wishes.spending()).contains(Spending.LITTLE);
        assertThat(wishes.alsoSpeaks()).containsExactlyInAnyOrder("Welsh", "Somali");
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
        assertThat(scores.answers().get(Measure.ANXIOUS)).isEqualTo(Answer.notAsked(NotAsked.TOO_UPSET));
        assertThat(scores.loneliness()).hasValue(8);
        assertThat(scores.score(Measure.LONELY)).contains(1);
    }

    @Test
    void keepsWhatTheyAgreeToNow() {
        conversations.hold(id, Said.goAhead(), Actor.SYSTEM);

        Consents consents = referrals.consentsOf(id);
        assertThat(consents.allow(Purpose.SHARE_RISKS)).isTrue();
        assertThat(consents.allow(Purpose.MAIL)).isTrue();
        assertThat(consents.allow(Purpose.TEXT)).isFalse();
        assertThat(consents.newest(Purpose.TEXT, null).orElseThrow().by()).isEqualTo(GivenBy.PERSON);
    }

    @Test
    void saysAtOnceEverythingThatIsMissing() {
        HoldConversation bare = new HoldConversation(
                ConversationResult.GO_AHEAD,
                null,
                null,
                "11",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                GivenBy.BEST_INTERESTS,
                null,
                null);

        assertThatThrownBy(() -> conversations.hold(id, bare, Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
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
        ConversationResult result = conversations.hold(id, Said.doesNotWantAfterAll(), Actor.SYSTEM);

        assertThat(result).isEqualTo(ConversationResult.DECLINED);
        assertThat(conversations.wishesOf(id)).isEmpty();
        assertThat(conversations.scoresOf(id).answers()).isEmpty();
        assertThat(codes.of(id)).extracting(code -> code.code().text()).containsExactly("871711000000103");
    }

    @Test
    void mailIsAgreedToOnlyWhereItCanBeSent() {
        ReferralMessage.Who who = Invented.referral().message().person();
        ReferralId unreachable = take(Invented.referral()
                .person(new ReferralMessage.Who(
                        who.nhsNumber(),
                        null,
                        who.givenName(),
                        who.familyName(),
                        null,
                        who.dateOfBirth(),
                        who.gender(),
                        who.ethnicity(),
                        who.address(),
                        who.phone(),
                        null,
                        null,
                        null,
                        true)));

        assertThatThrownBy(() -> conversations.hold(unreachable, Said.goAhead(), Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("mail");
    }

    @Test
    void nothingSaidShowsItself() {
        assertThat(Said.goAhead() + " " + Said.reached(LocalDate.EPOCH)).doesNotContain("Singing", "library");
    }

    private ReferralId take(Invented invented) {
        return referrals
                .receive(invented.message(), null, Neighbourhood.in(context).actor())
                .referral();
    }
}
