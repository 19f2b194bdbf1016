package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.person.Way;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.Stay;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.SentBackReason;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two neighbourhoods side by side, one with numbers of its own and one without: each rule goes by those of the
 * referral's.
 */
@CommonGroundTest
class NumbersTracesTest {

    /** Other than the installation's in every one. */
    private static final Numbers OWN = new Numbers(2, 1, 5, 7, 8, 2, 1, 2, 6, 10, 2, 3, 5, 16);

    @Autowired
    BeanFactory context;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    WorkingDays days;

    @Autowired
    TaskService tasks;

    private Neighbourhood here;
    private Neighbourhood there;

    @BeforeEach
    void twoNeighbourhoods() {
        here = Neighbourhood.in(context);
        there = Neighbourhood.elsewhere(context);
        neighbourhoods.change(at(there), OWN, Actor.SYSTEM);
    }

    @Test
    void how_soon_the_person_is_reached() {
        assertThat(due(received(here, Invented.referral()), "make-contact")).isEqualTo(in(5));
        assertThat(due(received(there, Invented.referral()), "make-contact")).isEqualTo(in(8));
        assertThat(due(received(here, Invented.referral().urgent()), "make-contact"))
                .isEqualTo(in(1));
        assertThat(due(received(there, Invented.referral().urgent()), "make-contact"))
                .isEqualTo(in(2));
    }

    @Test
    void how_often_by_how_many_ways_how_far_apart_and_how_long_a_reply_is_waited_for() {
        Journey one = received(here, Invented.referral());
        Journey other = received(there, Invented.referral());
        assertThat(shown(one, "make-contact"))
                .containsEntry("thisAttempt", "This is attempt 1 of 3.")
                .containsEntry("nextContactOn", in(3));
        assertThat(shown(other, "make-contact"))
                .containsEntry("thisAttempt", "This is attempt 1 of 2.")
                .containsEntry("nextContactOn", in(5));

        LocalDate threeOn = in(3);
        LocalDate fiveOn = in(5);
        one.neverReached(Way.CALL);
        other.neverReached(Way.CALL);
        assertThat(day(one.timer("wait-for-next-contact").getDuedate())).isEqualTo(threeOn);
        assertThat(day(other.timer("wait-for-next-contact").getDuedate())).isEqualTo(fiveOn);

        again(one, Way.CALL);
        again(other, Way.CALL);
        one.trace().as("three attempts, two ways").isWaitingAt("wait-for-next-contact");
        other.trace().as("two attempts, one way").isWaitingAt("could-they-be-told");

        again(one, Way.MAIL);
        one.writtenTo().trace().isWaitingAt("await-reply");
        other.trace().isWaitingAt("await-reply");
        assertThat(due(one, "await-reply")).isEqualTo(in(10));
        assertThat(day(one.timer("reply-due").getDuedate())).isEqualTo(in(10));
        assertThat(shown(one, "await-reply")).containsEntry("waitsFor", "10 working days");
        assertThat(shown(other, "await-reply")).containsEntry("waitsFor", "7 working days");
        Journey later = received(there, Invented.referral())
                .neverReached(Way.CALL, Way.CALL)
                .writtenTo();
        assertThat(due(later, "await-reply")).isEqualTo(in(7));
        assertThat(day(later.timer("reply-due").getDuedate())).isEqualTo(in(7));
        ContactAttempts attempts = context.getBean(ContactAttempts.class);
        assertThat(attempts.replyBy(later.referral())).as("as the letter says").isEqualTo(in(7));
        assertThat(attempts.replyBy(one.referral())).isEqualTo(in(10));
        later.fireTimer("reply-due");
        assertThat(later.stands().outcome()).contains(Outcome.NOT_REACHED);
    }

    @Test
    void how_many_groups_are_tried_at_once() {
        Journey one = choosing(here);
        Journey other = choosing(there);
        assertThat(shown(one, "choose-groups")).containsEntry("most", 2);
        assertThat(shown(other, "choose-groups")).containsEntry("most", 1);
        assertThatThrownBy(() -> other.choose(group(there, other), group(there, other)))
                .hasMessageContaining("Choose at most 1 group");
        assertThat(one.choose(group(here, one), group(here, one))).hasSize(2);
    }

    /** Whoever has as many offers open as one person may is not asked about a place that has come free. */
    @Test
    void how_many_groups_are_tried_beside_a_waiting_list() {
        assertThat(askedBesideAnOffer(here)).isTrue();
        assertThat(askedBesideAnOffer(there)).isFalse();
    }

    private boolean askedBesideAnOffer(Neighbourhood where) {
        Journey first = choosing(where);
        GroupId full = InventedGroup.onePlace().at(at(where)).in(context);
        first.organisers(full);
        PlacementId taken = first.offered(full);
        Journey waits = choosing(where);
        PlacementId waiting = waits.waitingFor(full);
        waits.fireTimer("wait-for-review");
        waits.answer(waiting, "review-waiting", new ReviewWaiting(Stay.TRY_OTHERS, null, null));
        waits.executeJobs();
        waits.offered(group(where, waits));
        first.answer(taken, "answer-offer", Placing.no());
        waits.moveOn(full);
        return waits.state(waiting) == PlacementState.ASKED;
    }

    @Test
    void when_an_organiser_is_reminded_and_phoned_and_the_offer_lapses() {
        Journey one = choosing(here);
        Journey other = choosing(there);
        PlacementId offer = one.offered(group(here, one));
        PlacementId quicker = other.offered(group(there, other));

        assertThat(remindOn(one, offer)).isEqualTo(in(6));
        assertThat(remindOn(other, quicker)).isEqualTo(in(2));
        assertThat(day(one.timer("phone-organiser-timer").getDuedate())).isEqualTo(in(9));
        assertThat(day(other.timer("phone-organiser-timer").getDuedate())).isEqualTo(in(3));
        assertThat(day(one.timer("offer-lapses").getDuedate())).isEqualTo(in(10));
        assertThat(day(other.timer("offer-lapses").getDuedate())).isEqualTo(in(5));
        assertThat(due(other, quicker.value(), "answer-offer")).isEqualTo(in(5));
    }

    /** The group is at home there and takes people from here too: its list goes by the numbers of each person's. */
    @Test
    void how_long_a_place_is_held_how_often_the_list_is_reviewed_and_when_a_check_is_old() {
        Journey first = choosing(there);
        GroupId group = InventedGroup.onePlace().at(at(there), at(here)).in(context);
        first.organisers(group);
        PlacementId taken = first.offered(group);
        Journey one = choosing(here);
        Journey other = choosing(there);
        PlacementId waits = one.waitingFor(group);
        PlacementId waitsToo = other.waitingFor(group);
        assertThat(day(one.timer("wait-for-review").getDuedate()))
                .isEqualTo(days.today().plusWeeks(4));
        assertThat(day(other.timer("wait-for-review").getDuedate()))
                .isEqualTo(days.today().plusWeeks(6));

        // old enough for one, not for the other
        new TimePasses(context).days(20);
        first.answer(taken, "answer-offer", Placing.no());
        one.moveOn(group);
        one.trace(waits).isWaitingAt("ask-still-wanted");
        assertThat(day(one.timer("ask-lapses").getDuedate())).isEqualTo(in(3));
        assertThat(context.getBean(WaitingLists.class).askBy(waits)).isEqualTo(in(3));
        assertThat(due(one, waits.value(), "ask-still-wanted")).isEqualTo(in(3));
        one.answer(waits, "ask-still-wanted", new AskStillWanted(PersonSays.YES, null, null));
        one.trace(waits).as("signed 20 days ago").isWaitingAt("answer-offer");
        one.organisers(group);
        one.answer(waits, "answer-offer", Placing.no());

        other.moveOn(group);
        other.trace(waitsToo).isWaitingAt("ask-still-wanted");
        assertThat(day(other.timer("ask-lapses").getDuedate())).isEqualTo(in(2));
        assertThat(context.getBean(WaitingLists.class).askBy(waitsToo)).isEqualTo(in(2));
        other.answer(waitsToo, "ask-still-wanted", new AskStillWanted(PersonSays.YES, null, null));
        other.trace(waitsToo).as("older than 10 days").isWaitingAt("check-person-side");
    }

    @Test
    void the_next_review_of_a_waiting_list_too() {
        Journey first = choosing(there);
        GroupId group = InventedGroup.onePlace().at(at(there)).in(context);
        first.offered(group);
        Journey other = choosing(there);
        PlacementId waits = other.waitingFor(group);
        other.fireTimer("wait-for-review");
        other.answer(waits, "review-waiting", new ReviewWaiting(Stay.STAY, null, null));
        assertThat(day(other.timer("wait-for-review").getDuedate()))
                .isEqualTo(days.today().plusWeeks(6));
    }

    /** A number of the decision table's. */
    @Test
    void how_old_somebody_has_to_be() {
        LocalDate seventeen = days.today().minusYears(17);
        Journey one = received(here, TriageTracesTest.born(Invented.referral(), seventeen));
        Journey other = received(there, TriageTracesTest.born(named(), seventeen));
        assertThat(one.stands().sentBackFor()).contains(SentBackReason.TOO_YOUNG);
        other.trace().isWaitingAt("make-contact");
        Journey tooYoung =
                received(there, TriageTracesTest.born(named(), days.today().minusYears(15)));
        assertThat(tooYoung.stands().sentBackFor()).contains(SentBackReason.TOO_YOUNG);
    }

    @Test
    void a_change_holds_from_then_on_and_what_has_a_date_keeps_it() {
        Journey before = received(there, Invented.referral());
        LocalDate was = due(before, "make-contact");
        neighbourhoods.change(at(there), Numbers.DEFAULTS, Actor.SYSTEM);

        assertThat(due(before, "make-contact")).isEqualTo(was);
        assertThat(due(received(there, Invented.referral()), "make-contact")).isEqualTo(in(5));
    }

    private static Invented named() {
        return Invented.referral().named("Wilhelmina", "Testerton-" + UUID.randomUUID());
    }

    private static NeighbourhoodId at(Neighbourhood where) {
        return where.team().neighbourhood();
    }

    private Journey received(Neighbourhood where, Invented invented) {
        return Journey.received(context, invented, where);
    }

    private Journey choosing(Neighbourhood where) {
        return received(where, Invented.referral()).reached().talked();
    }

    private GroupId group(Neighbourhood where, Journey journey) {
        GroupId group = InventedGroup.singers().at(at(where)).in(context);
        journey.organisers(group);
        return group;
    }

    /** The next attempt, when it is due. */
    private static void again(Journey journey, Way way) {
        journey.fireTimer("wait-for-next-contact");
        journey.answer("make-contact", Said.noAnswer(way));
    }

    private static Map<String, Object> shown(Journey journey, String task) {
        return journey.shown(journey.linkWorker(), journey.referral().value(), task);
    }

    private LocalDate due(Journey journey, String task) {
        return due(journey, journey.referral().value(), task);
    }

    private LocalDate due(Journey journey, UUID subject, String task) {
        return day(tasks.createTaskQuery()
                .taskId(journey.task(subject, task).id())
                .singleResult()
                .getDueDate());
    }

    private static LocalDate remindOn(Journey journey, PlacementId placement) {
        return journey.jdbc()
                .sql("select remind_on from placement where id = :id")
                .param("id", placement.value())
                .query(LocalDate.class)
                .single();
    }

    /** The working day that is so many after today. */
    private LocalDate in(int workingDays) {
        return days.after(days.today(), workingDays);
    }

    private static LocalDate day(Date date) {
        return ZonedDateTime.ofInstant(date.toInstant(), WorkingDays.LONDON).toLocalDate();
    }
}
