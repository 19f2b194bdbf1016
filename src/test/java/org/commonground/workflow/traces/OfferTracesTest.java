package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.Matter;
import org.commonground.account.Organiser;
import org.commonground.account.Organisers;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.firstsession.AskPerson;
import org.commonground.placement.firstsession.PersonNoReason;
import org.commonground.placement.offer.ConditionKind;
import org.commonground.placement.offer.Offers;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.workflow.sweep.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a group can say to an offer besides yes, no and nothing; and the clock of the offer meanwhile. */
@CommonGroundTest
class OfferTracesTest {

    private static final String QUESTION = "Can she manage four steps?";
    private static final String REPLY = "Yes, with a hand on the rail";

    @Autowired
    BeanFactory context;

    private Journey journey;
    private GroupId group;
    private PlacementId placement;
    private Actor.SignedIn organiser;

    @BeforeEach
    void somebodyIsOffered() {
        WorkingDays days = context.getBean(WorkingDays.class);
        context.getBean(MovableClock.class)
                .moveTo(days.after(days.today(), 1)
                        .atTime(10, 0)
                        .atZone(WorkingDays.LONDON)
                        .toInstant());
        journey = Journey.choosing(context);
        group = journey.group();
        placement = journey.offered(group);
        organiser = journey.whoMay(journey.task(placement.value(), "answer-offer"));
    }

    @Test
    void accepted_with_conditions_and_the_person_says_yes() {
        journey.answer(placement, "answer-offer", Placing.yesIf(ConditionKind.BRINGS_SOMETHING, "Bring indoor shoes"));
        assertThat(journey.state(placement)).isEqualTo(PlacementState.ACCEPTED);
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "ask-person"))
                .containsEntry("conditions", ConditionKind.BRINGS_SOMETHING.label() + ": Bring indoor shoes")
                .containsKeys("cost", "said");

        journey.answer(
                placement,
                "ask-person",
                Answered.personSaysYes(journey.days().after(journey.days().today(), 5)));
        journey.trace(placement).isWaitingAt("record-first-session").hasPassedInOrder("answer-offer", "ask-person");
        assertThat(journey.places()).isOne();
    }

    @Test
    void accepted_with_conditions_and_the_person_says_no() {
        journey.answer(placement, "answer-offer", Placing.yesIf(ConditionKind.TRIES_IT_FIRST, "Four sessions first"));
        journey.answer(placement, "ask-person", new AskPerson(PersonSays.NO, PersonNoReason.CONDITIONS, null, null));

        ended(EndReason.PERSON_SAID_NO, "ask-person", "send-place-given-back-on-no", "person-said-no");
    }

    @Test
    void an_organiser_without_an_account_settles_it_by_a_link_while_a_fellow_has_claimed_it() {
        Organiser fellow = withoutAccount(group);
        journey.port().claim(journey.task(placement.value(), "answer-offer").id(), organiser);

        Actor.LinkHolder link = fellow.holding(new Matter("answer-offer", placement.value()), group.value());
        assertThat(journey.port().prefill(link))
                .containsEntry("asOrganiser", true)
                .doesNotContainKey("person");
        journey.port().settle(Placing.yes(), link);

        journey.trace(placement).isWaitingAt("ask-person").hasPassed("answer-offer");
        assertThat(journey.state(placement)).isEqualTo(PlacementState.ACCEPTED);
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "ask-person")
                        .get("said"))
                .asString()
                .startsWith("Ola Garden");
    }

    @Test
    void a_group_that_nobody_can_write_to_is_phoned_at_once() {
        GroupId rung = InventedGroup.singers().in(context);
        Journey other = Journey.choosing(context);
        withoutAccount(rung);
        PlacementId offered = other.offered(rung);

        assertThat(other.mails(offered.value())).isEmpty();
        assertThat(other.timer("phone-organiser-timer").getDuedate())
                .as("now")
                .isBeforeOrEqualTo(Date.from(context.getBean(MovableClock.class).instant()));
        other.fireTimer("phone-organiser-timer");
        assertThat(other.openTasks(offered.value())).containsExactlyInAnyOrder("answer-offer", "phone-organiser");
        assertThat(other.shown(other.linkWorker(), offered.value(), "phone-organiser")
                        .get("organisers"))
                .isEqualTo("Ola Garden, 01632 960011");
    }

    private Organiser withoutAccount(GroupId group) {
        Organisers organisers = context.getBean(Organisers.class);
        organisers.add(
                group.value(),
                new KeepOrganiser(null, new PersonName("Ola Garden"), null, Phone.of("01632 960011")),
                Actor.SYSTEM);
        return organisers.of(group.value()).stream()
                .filter(one -> one.account().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asked_then_accepted() {
        LocalDate today = journey.days().today();
        journey.answer(placement, "answer-offer", Placing.ask(QUESTION));

        journey.trace(placement).isWaitingAt("answer-question").hasPassed("send-question-waits");
        assertThat(journey.openTasks(placement.value())).containsExactly("answer-question");
        assertThat(journey.places()).as("the place is kept").isOne();
        assertThat(journey.timers("offer-lapses")).as("clocks").isEmpty();
        assertThat(journey.timers("phone-organiser-timer")).isEmpty();
        assertThat(journey.mails(placement.value())).containsExactly("offer", "question-waits");
        assertThat(journey.recipients(placement.value()))
                .contains(journey.linkWorker().account().value());
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "answer-question"))
                .containsEntry("question", QUESTION);

        workingDaysLater(2);
        journey.answer(placement, "answer-question", Answered.reply(REPLY));

        assertThat(journey.mails(placement.value())).containsExactly("offer", "question-waits", "question-answered");
        assertThat(journey.shown(organiser, placement.value(), "answer-offer").get("questions"))
                .asString()
                .contains(QUESTION, REPLY);
        assertThat(journey.placement(placement).answerBy())
                .contains(journey.days().after(today, 12));
        assertThat(dayOf(journey.timer("phone-organiser-timer").getDuedate()))
                .isEqualTo(journey.days().after(today, 11));
        assertThat(dayOf(journey.timer("offer-lapses").getDuedate()))
                .isEqualTo(journey.days().after(today, 12));

        journey.answer(placement, "answer-offer", Placing.yes());
        journey.trace(placement).isWaitingAt("ask-person").hasPassed("answer-question", "send-question-answered");
        assertThat(journey.state(placement)).isEqualTo(PlacementState.ACCEPTED);
    }

    @Test
    void asked_twice() {
        journey.answer(placement, "answer-offer", Placing.ask(QUESTION));
        journey.answer(placement, "answer-question", Answered.reply(REPLY));
        journey.answer(placement, "answer-offer", Placing.ask("And the stairs outside?"));
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "answer-question"))
                .containsEntry("question", "And the stairs outside?")
                .hasEntrySatisfying(
                        "earlier", earlier -> assertThat(earlier.toString()).contains(QUESTION, REPLY));
        journey.answer(placement, "answer-question", Answered.reply("There is a ramp"));

        assertThat(journey.mails(placement.value()))
                .containsExactly("offer", "question-waits", "question-answered", "question-waits", "question-answered");
        journey.answer(placement, "answer-offer", Placing.no());
        ended(EndReason.DECLINED, "answer-question", "group-said-no");
    }

    @Test
    void a_question_that_nobody_answers_comes_to_the_lead() {
        Actor.SignedIn lead = journey.lead();
        journey.answer(placement, "answer-offer", Placing.ask(QUESTION));
        workingDaysLater(20);
        context.getBean(Sweep.class).run();

        assertThat(journey.state(placement)).as("however long it takes").isEqualTo(PlacementState.OFFERED);
        assertThat(journey.mails(placement.value())).contains("task-overdue").doesNotContain("offer-reminder");
        assertThat(journey.recipients(placement.value()))
                .contains(lead.account().value());
    }

    /** Whoever asks on the last day has time to decide when the answer comes, and the phone call is off. */
    @Test
    void asked_on_the_last_day_while_the_call_is_still_to_be_made() {
        journey.fireTimer("phone-organiser-timer");
        workingDaysLater(1);
        journey.answer(placement, "answer-offer", Placing.ask(QUESTION));
        assertThat(journey.openTasks(placement.value())).containsExactly("answer-question");

        journey.answer(placement, "answer-question", Answered.reply(REPLY));
        LocalDate answerBy = journey.placement(placement).answerBy().orElseThrow();
        assertThat(answerBy).isEqualTo(journey.days().after(journey.days().today(), 2));
        assertThat(dayOf(journey.timer("offer-lapses").getDuedate())).isEqualTo(answerBy);

        journey.fireTimer("offer-lapses");
        ended(EndReason.LAPSED, "answer-question", "lapse-offer", "offer-lapsed");
    }

    /** A pause and a question overlap: the clock stands from the first to the last of them, and no day counts twice. */
    @Test
    void asked_and_paused_at_the_same_time() {
        LocalDate answerBy = journey.placement(placement).answerBy().orElseThrow();
        journey.answer(placement, "answer-offer", Placing.ask(QUESTION));
        workingDaysLater(1);
        var concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
        workingDaysLater(2);
        assertThatThrownBy(() -> journey.answer(placement, "answer-question", Answered.reply(REPLY)))
                .hasMessageContaining("paused");
        journey.answer(concern, "lift-pause", Answered.safeAgain());
        assertThat(journey.placement(placement).answerBy())
                .as("the question still waits")
                .contains(answerBy);

        workingDaysLater(1);
        journey.answer(placement, "answer-question", Answered.reply(REPLY));
        assertThat(journey.placement(placement).answerBy())
                .contains(journey.days().after(answerBy, 4));
        assertThat(dayOf(journey.timer("offer-lapses").getDuedate()))
                .isEqualTo(journey.days().after(answerBy, 4));
    }

    @Test
    void not_now() {
        LocalDate from = journey.days().today().plusMonths(2);
        assertThatThrownBy(() -> journey.answer(
                        placement, "answer-offer", Placing.notNow(journey.days().today())))
                .hasMessageContaining("after today");
        journey.answer(placement, "answer-offer", Placing.notNow(from));

        ended(EndReason.NOT_NOW, "answer-offer", "group-said-no");
        assertThat(context.getBean(Offers.class)
                        .decided(placement)
                        .orElseThrow()
                        .tryAgainFrom())
                .contains(from);
        assertThat(journey.mails(placement.value()))
                .as("the organiser knows it")
                .containsExactly("offer");
        assertThatThrownBy(() -> journey.choose(group)).hasMessageContaining("may be asked again from");
        journey.moveTo(from.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant());
        journey.choose(group);
    }

    @Test
    void answered_by_phone() {
        assertThatThrownBy(
                        () -> journey.answerAs(journey.linkWorker(), placement.value(), "answer-offer", Placing.yes()))
                .hasMessageContaining("gave you this answer");
        journey.answerAs(
                journey.linkWorker(),
                placement.value(),
                "answer-offer",
                Placing.byPhone(Placing.yes(), "Alex on the phone"));

        journey.trace(placement).isWaitingAt("ask-person");
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "ask-person")
                        .get("said"))
                .asString()
                .contains("Alex on the phone, by phone to ");
        assertThat(context.getBean(Offers.class)
                        .decided(placement)
                        .orElseThrow()
                        .answeredBy())
                .isEqualTo(journey.linkWorker().signature());
    }

    private void workingDaysLater(int number) {
        LocalDate day = journey.days().after(journey.days().today(), number);
        journey.moveTo(day.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant().plus(Duration.ofSeconds(1)));
    }

    private static LocalDate dayOf(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), WorkingDays.LONDON);
    }

    /** The placement is over, its place is free, and choosing goes on. */
    private void ended(EndReason reason, String... passed) {
        journey.trace(placement).isEnded().hasPassedInOrder(passed);
        assertThat(journey.placement(placement).ended()).contains(reason);
        assertThat(journey.places()).isZero();
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups");
    }
}
