package org.commonground.platform.event;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.persistence.Sql;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<Whereabouts> whereabouts;

    /** @param whereabouts late, because the room that knows it publishes events itself */
    EventLog(JdbcClient jdbc, Clock clock, ObjectProvider<Whereabouts> whereabouts) {
        this.whereabouts = whereabouts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void write(DomainEvent event) {
        Optional<Whereabouts.Place> place = event.referral() == null
                ? Optional.empty()
                : Optional.ofNullable(whereabouts.getIfAvailable()).flatMap(known -> known.of(event.referral()));
        jdbc.sql("""
                        insert into event (id, at, kind, referral_id, subject_id, neighbourhood_id, team_id, practice_id,
                            group_id, number, actor, role, reason)
                        values (:id, :at, :kind, :referral, :subject, :neighbourhood, :team, :practice,
                            :group, :number, :actor, :role, :reason)""")
                .param("id", event.id())
                .param("at", Sql.timestamp(clock.instant()))
                .param("kind", event.kind())
                .param("referral", event.referral())
                .param("subject", event.subject())
                .param(
                        "neighbourhood",
                        place.map(Whereabouts.Place::neighbourhood).orElse(event.neighbourhoodId()))
                .param("team", place.map(Whereabouts.Place::team).orElse(null))
                .param("practice", place.map(Whereabouts.Place::practice).orElse(null))
                .param("group", event.groupId())
                .param("number", event.number())
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
