package org.commonground.conversation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.talk.Conversations;
import org.commonground.person.Way;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class NotebooksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Intake intake;

    @Autowired
    private Notebooks notebooks;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Conversations conversations;

    @Autowired
    private WorkingDays days;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ReferralId id;

    @BeforeEach
    void refer() {
        id = take();
    }

    @Test
    void aContactThatNoTaskAskedForIsInTheNotebookOnce() {
        NoteContact visit = new NoteContact(
                UUID.randomUUID(),
                ContactKind.VISIT,
                days.today(),
                LocalTime.MIDNIGHT,
                new Narrative("Her daughter"),
                new Narrative("She would like to sing"));
        notebooks.note(id, visit, Actor.SYSTEM);
        notebooks.note(id, visit, Actor.SYSTEM);
        contacts.make(id, Filled.with(Said.noAnswer(Way.CALL), "note", new Narrative("Rings long")), Actor.SYSTEM);

        assertThat(notebooks.of(id).notes())
                .extracting(note -> note.how() + " " + note.text().text())
                .containsExactly("null Rings long", "VISIT She would like to sing");
    }

    @Test
    void aContactIsNeitherStillToComeNorMoreThanAYearAgo() {
        clock.moveTo(days.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(WorkingDays.LONDON)
                .toInstant());
        LocalDate today = days.today();
        NoteContact now = new NoteContact(
                UUID.randomUUID(),
                ContactKind.CALL,
                today,
                LocalTime.of(12, 0),
                new Narrative("Her daughter"),
                new Narrative("She would like to sing"));

        assertRefused(Filled.with(now, "at", LocalTime.of(12, 1)), "at");
        assertRefused(Filled.with(now, "on", today.plusDays(1)), "on");
        assertRefused(Filled.with(now, "on", today.minusDays(366)), "on");
        assertThat(notebooks.of(id).notes()).isEmpty();

        notebooks.note(id, now, Actor.SYSTEM);
        notebooks.note(id, Filled.with(now, "request", UUID.randomUUID(), "on", today.minusDays(365)), Actor.SYSTEM);
        assertThat(notebooks.of(id).notes()).hasSize(2);
    }

    private void assertRefused(NoteContact note, String field) {
        assertThatThrownBy(() -> notebooks.note(id, note, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
    }

    @Test
    void contactsAndConversationsWriteIntoOneNotebook() {
        contacts.make(id, Filled.with(Said.noAnswer(Way.CALL), "note", new Narrative("Rings long")), Actor.SYSTEM);
        clock.move(Duration.ofMinutes(5));
        String day = days.today().plusDays(20).toString();
        conversations.hold(
                id,
                Filled.with(
                        Said.talkAgain(days.today().plusDays(3)),
                        "note",
                        new Narrative("Likes tea"),
                        "goals",
                        new Narrative("Sing again\n\n- Sleep better"),
                        "newActions",
                        new Narrative("Ring the choir, and ask, Jo, " + day)),
                Actor.SYSTEM);

        Notebook book = notebooks.of(id);
        assertThat(book.notes()).extracting(note -> note.text().text()).containsExactly("Likes tea", "Rings long");
        assertThat(book.goals()).extracting(Narrative::text).containsExactly("Sing again", "Sleep better");
        assertThat(book.open()).singleElement().satisfies(action -> {
            assertThat(action.what().text()).isEqualTo("Ring the choir, and ask");
            assertThat(action.who().text()).isEqualTo("Jo");
            assertThat(action.by()).isEqualTo(days.today().plusDays(20));
        });
    }

    @Test
    void goalsThatStayKeepTheirDayAndThoseThatGoAreKeptAside() {
        write(new Entry(null, new Narrative("Sing again\nSleep better"), null, null));
        Instant first = since("Sing again");
        new TimePasses(context).days(1);
        write(new Entry(null, new Narrative("Sing again\nFind a job"), null, null));

        assertThat(notebooks.of(id).goals()).extracting(Narrative::text).containsExactly("Sing again", "Find a job");
        assertThat(since("Sing again")).isEqualTo(first);
        write(new Entry(new Narrative("Nothing new"), null, null, null));
        assertThat(notebooks.of(id).goals()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from goal where referral_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void anActionIsTickedOnceAndByItsOwnTeamAlone() {
        write(new Entry(
                null, null, new Narrative("Find a bus, Robin, " + days.today().plusDays(3)), null));
        UUID action = notebooks.of(id).open().get(0).id();

        assertThatThrownBy(() -> notebooks.done(take(), action, Actor.SYSTEM)).isInstanceOf(Refusal.class);
        notebooks.done(id, action, Actor.SYSTEM);
        notebooks.done(id, action, Actor.SYSTEM);
        assertThat(notebooks.of(id).open()).isEmpty();
        assertThat(notebooks.of(id).actions()).singleElement().matches(AgreedAction::isDone);
        assertThat(jdbc.sql("select count(*) from event where referral_id = ? and kind = 'action-done'")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void nothingStandsInAColumnAsPlainText() {
        write(new Entry(
                new Narrative("Zqnote"),
                new Narrative("Zqgoal"),
                new Narrative("Zqwhat, Zqwho, " + days.today().plusWeeks(3)),
                null));
        for (String table : List.of("note", "goal", "agreed_action")) {
            assertThat(jdbc.sql("select t::text from " + table + " t where referral_id = ?")
                            .param(id.value())
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("Zq"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring the choir, Jo, 12 December 2026 | 2026-12-12",
                "Ring the choir, Jo, 12 December      | 2026-12-12",
                "Ring the choir, Jo, 12 dec 2026      | 2026-12-12",
                "Ring the choir, Jo, 12/12/2026       | 2026-12-12",
                "Ring the choir, Jo, 3/1              | 2027-01-03",
                "Ring the choir, Jo, 29 February      | 2028-02-29",
                "Ring the choir, Jo, 2026-12-12       | 2026-12-12",
                "Ring, then write, Jo, 12 December    | 2026-12-12",
                "Ring the choir, Jo, 22 November      | 2026-11-22"
            })
    void readsWhatWhoAndByWhen(String line, LocalDate by) {
        ActionLine action = ActionLine.read(1, line, TODAY);
        assertThat(action.by()).isEqualTo(by);
        assertThat(action.who().text()).isEqualTo("Jo");
        assertThat(action.what().text()).startsWith("Ring");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring the choir                       | what, who and by when",
                "Ring the choir, Jo                   | what, who and by when",
                "Ring the choir, , 12 December 2026   | who does it",
                "Ring the choir, Jo, soon             | cannot be read",
                "Ring the choir, Jo, 31 February 2027 | cannot be read",
                "Ring the choir, Jo, 12 November 2026 | still to come",
                "Ring the choir, Jo, 12 December 2036 | still to come"
            })
    void saysByTheLinesNumberWhatCannotBeRead(String line, String why) {
        Problems problems = new Problems();
        new Entry(null, null, new Narrative("Write, Jo, 12 December\n" + line), null).check(TODAY, problems);
        assertThat(problems.byField()).containsOnlyKeys("newActions");
        assertThat(problems.byField().get("newActions"))
                .startsWith("Line 2: ")
                .contains(why)
                .doesNotContain("soon");
    }

    private void write(Entry entry) {
        notebooks.write(id, entry, Actor.SYSTEM);
    }

    private ReferralId take() {
        return intake.receive(
                        Invented.referral().message(),
                        null,
                        Neighbourhood.in(context).actor())
                .referral();
    }

    /** Goals are sealed: the first one is the oldest. */
    private Instant since(String first) {
        assertThat(notebooks.of(id).goals().get(0).text()).isEqualTo(first);
        return jdbc.sql("select min(since) as since from goal where referral_id = ? and ended_at is null")
                .param(id.value())
                .query((row, n) -> row.getTimestamp("since").toInstant())
                .single();
    }
}
