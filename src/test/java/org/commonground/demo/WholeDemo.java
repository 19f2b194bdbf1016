package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.time.WorkingDays;

/** What the demo promises, looked up in the database of an application that has just made one. */
public final class WholeDemo {

    private final DatabaseAccess database;
    private final Instant began;
    private final Instant made;
    private final String now;

    /**
     * @param began when it was begun, by the clock of whoever made it
     * @param made when it was there, by the same clock
     */
    public WholeDemo(DatabaseAccess database, Instant began, Instant made) {
        this.database = database;
        this.began = began;
        this.made = made;
        this.now = "timestamptz '" + made + "'";
    }

    public void isThere() throws Exception {
        isAsLargeAsSaid();
        hasEveryState();
        stopsNowhere();
        isInThePast();
    }

    private void isAsLargeAsSaid() throws Exception {
        assertThat(rows("select count(*) from practice")).containsExactly("2");
        assertThat(rows("select count(*) from team where lead is not null and deputy is not null"))
                .containsExactly("2");
        assertThat(rows("select count(*) from community_group")).containsExactly("8");
        assertThat(rows("select count(*) from referral")).containsExactly("30");
    }

    private void hasEveryState() throws Exception {
        assertThat(rows("select distinct task_def_key_ from act_ru_task"))
                .as("tasks that wait for somebody")
                .contains(
                        "look-at-duplicate",
                        "make-contact",
                        "await-reply",
                        "hold-conversation",
                        "choose-groups",
                        "check-person-side",
                        "give-second-opinion",
                        "answer-offer",
                        "answer-question",
                        "review-waiting",
                        "ask-person",
                        "record-first-session",
                        "ask-after-missed",
                        "hold-follow-up",
                        "lift-pause",
                        "mend-mail",
                        "post-letter");
        if (!fiveHasStruck()) {
            // it waits for one working day only, until the offer lapses
            assertThat(rows("select id_ from act_ru_task where task_def_key_ = 'phone-organiser'"))
                    .isNotEmpty();
        }
        assertThat(rows("select distinct standing from referral"))
                .as("where referrals stand")
                .contains("received", "reaching", "talking", "choosing", "offered", "placed", "following-up", "closed");
        assertThat(rows("select distinct outcome from referral where outcome is not null"))
                .as("how referrals ended")
                .contains("placed-and-followed-up", "declined", "no-suitable-group", "withdrawn", "sent-back");
        assertThat(rows("select distinct coalesce(end_reason, state) from placement"))
                .as("where placements stand, and how they ended")
                .contains("chosen", "waiting", "offered", "accepted", "agreed", "attended", "declined", "lapsed");
        assertThat(rows("select distinct kind from event"))
                .as("what else has happened")
                .contains("crisis-confirmed", "pause-decided", "person-left", "person-signposted", "contact-missed");
        assertThat(rows("select count(*) from unmet_need")).doesNotContain("0");
        assertThat(rows("""
                        select g.name from placement p join community_group g on g.id = p.group_id
                        where p.state = 'waiting' group by g.name having count(*) > 2""")).as("where several wait in line").containsExactly("Thursday Singers for women");
    }

    private void stopsNowhere() throws Exception {
        assertThat(rows("select id_ from act_ru_job where retries_ = 0 or exception_msg_ is not null"))
                .as("failed jobs")
                .isEmpty();
        assertThat(rows("select id_ from act_ru_incident")).as("incidents").isEmpty();
        assertThat(rows("select id from message where state in ('waiting', 'claimed') and next_attempt < " + now))
                .as("mails that should have gone")
                .isEmpty();
        assertThat(rows("select kind from message where neighbourhood_id is null"))
                .as("mails that do not say which service writes")
                .isEmpty();
        assertThat(rows("select id from message where state = 'failed'"))
                .as("the mails of one mistyped address")
                .hasSizeBetween(1, 2);
    }

    /** Nothing is said to have happened after it was, and the oldest is months old. */
    private void isInThePast() throws Exception {
        assertThat(rows("select 'late' from event where at > " + now + " + interval '1 minute'"))
                .isEmpty();
        assertThat(rows("select min(received_at) < " + now + " - interval '84 days' from referral"))
                .containsExactly("t");
    }

    private boolean fiveHasStruck() {
        Instant five = WorkingDays.endOf(LocalDate.ofInstant(made, WorkingDays.LONDON));
        return began.isBefore(five) && !made.isBefore(five);
    }

    private List<String> rows(String query) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.application().username(),
                        database.application().password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
