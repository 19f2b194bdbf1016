package org.commonground.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application's role reads and writes rows; what it may not do, a mistake in the application cannot do either. */
@CommonGroundTest
class DatabaseRightsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseAccess access;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table app.mine (id uuid)",
                "create table engine.mine (id uuid)",
                "create table public.mine (id uuid)",
                "create schema mine",
                "alter table app.event add column mine text",
                "alter table engine.act_ru_task add column mine text",
                "drop table app.event",
                "truncate app.event",
                "create role mine",
                "select * from app.flyway_schema_history",
            })
    void changesNoSchema(String statement) {
        assertRefused(statement);
    }

    @Test
    void addsEventsAndNeverChangesThem() {
        UUID id = Ids.next();
        jdbc.sql("insert into event (id, at, kind, actor, role)"
                        + " values (?, timestamptz '2026-01-05 09:00Z', 'tested', 'system', 'system')")
                .param(id)
                .update();

        assertRefused("update event set actor = 'nobody' where id = '" + id + "'");
        assertRefused("delete from event where id = '" + id + "'");
        assertThat(jdbc.sql("select actor from event where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("system");
    }

    @Test
    void findsOurTablesFirstAndTheEnginesNext() {
        assertThat(jdbc.sql("show search_path").query(String.class).single()).isEqualTo("app,engine");
        assertThat(jdbc.sql("select count(*) from act_ge_property")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void looksForDueJobsByAnIndex() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'cg_idx_job_due'")
                        .query(String.class)
                        .single())
                .contains("(duedate_)");
    }

    /** The pool of the tests asks for less, so that they need not wait for the disk. */
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void keepsWhatItHasCommitted(String setting) {
        JdbcClient plain = JdbcClient.create(new DriverManagerDataSource(
                access.url(),
                access.application().username(),
                access.application().password()));
        assertThat(plain.sql("show " + setting).query(String.class).single()).isEqualTo("on");
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("ERROR: (permission denied|must be owner).*");
    }
}
