package org.commonground.platform.event;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.persistence.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes every event into the append-only table {@code event}, before anybody else hears it. */
@Component
public class EventLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    EventLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void write(DomainEvent event) {
        jdbc.sql("""
                        insert into event (id, at, kind, referral_id, subject_id, actor, role, reason)
                        values (:id, :at, :kind, :referral, :subject, :actor, :role, :reason)""")
                .param("id", event.id())
                .param("at", Sql.timestamp(clock.instant()))
                .param("kind", event.kind())
                .param("referral", event.referral())
                .param("subject", event.subject())
                .param("actor", event.actor().signature().text())
                .param("role", event.actor().role())
                .param("reason", event.reason())
                .update();
    }

    UUID latestAbout(UUID subject) {
        return jdbc.sql("select id from event where subject_id = :subject order by at desc, id desc limit 1")
                .param("subject", subject)
                .query(UUID.class)
                .single();
    }

    Optional<UUID> referralOf(UUID event) {
        return jdbc.sql("select referral_id from event where id = :event and referral_id is not null")
                .param("event", event)
                .query(UUID.class)
                .optional();
    }
}
