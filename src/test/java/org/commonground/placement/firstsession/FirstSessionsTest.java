package org.commonground.placement.firstsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.words.Message;
import org.commonground.group.Availability;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.NextSession;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.Suggesting;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
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

/** The first session: what the person is asked, whether they come, and what follows where they do not. */
@CommonGroundTest
class FirstSessionsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Placements placements;

    @Autowired
    private Choices choices;

    @Autowired
    private Suggesting suggesting;

    @Autowired
    private FirstSessions sessions;

    @Autowired
    private Places places;

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
    void theFirstSessionIsAskedInWordsThePersonUnderstandsAndWrittenToThem() throws GroupFull {
        PlacementId id = placing.accepted(referral, group);
        LocalDate yesterday = placing.today().plan().firstSessionOn().minusDays(1);
        AskPerson past = new AskPerson(
                PersonSays.YES, null, null, new SessionPlan(yesterday, null, null, PersonName.of("Alex"), null, null));
        assertRefused(
                () -> sessions.ask(id, past, placing.linkWorker()),
                "firstSessionOn",
                "firstSessionAt",
                "meetingPlace",
                "accompanied");
        assertRefused(
                () -> sessions.ask(id, new AskPerson(PersonSays.NO, null, null, null), placing.linkWorker()),
                "noReason");
        AskPerson tomorrow = new AskPerson(
                PersonSays.YES,
                null,
                null,
                new SessionPlan(
                        yesterday.plusDays(2),
                        LocalTime.of(9, 30),
                        Narrative.of("Chapel Hall"),
                        PersonName.of("Alex"),
                        true,
                        PersonName.of("Jo")));
        sessions.ask(id, tomorrow, placing.linkWorker());

        assertRefused(
                () -> sessions.record(id, new RecordFirstSession(Attendance.MISSED, null), placing.linkWorker()),
                "firstSession");
        Message mail = context.getBean(FirstSessionAppointmentMessage.class)
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
                missed, new AskAfterMissed(MissedBecause.FORGOT, AfterMissed.NO, null, null), placing.linkWorker());
        assertThat(placements.find(missed).ended()).contains(EndReason.MISSED);
        assertThat(events(missed)).endsWith("placement-ended missed", "place-given-back missed");

        assertThat(availability())
                .extracting(Availability::held, Availability::taken)
                .containsExactly(0, 0);
        assertThat(placements.anyPlaced(other)).isFalse();
        assertThat(suggesting.suggestions(other).ranked())
                .filteredOn(suggestion -> suggestion.group().id().equals(group))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.inWords()).startsWith("tried before"));
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
    void aFirstSessionIsProposedFromTomorrowOn() {
        moveTo(days.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)));
        assertThat(context.getBean(Groups.class).get(group).nextAfter(days.today()))
                .contains(new NextSession(days.today().plusWeeks(1), LocalTime.of(14, 0)));
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

    private void moveTo(LocalDate day) {
        clock.moveTo(day.atTime(12, 0).atZone(WorkingDays.LONDON).toInstant());
    }

    private AskAfterMissed triesAgain() {
        AskPerson today = placing.today();
        return new AskAfterMissed(
                MissedBecause.FORGOT, AfterMissed.TRY_AGAIN, Filled.with(today.plan(), "accompaniedBy", null), null);
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
