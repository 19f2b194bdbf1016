package org.commonground.placement.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonground.placement.PlacementId;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table {@code placement} keeps of an offer: its days, and since when its clock stands. */
@Repository
class OfferRepository {

    private final JdbcClient jdbc;

    OfferRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Placements whose offer waits on or after the day of its reminder, and that were not reminded; no clock stands. */
    List<PlacementId> toRemind(LocalDate today) {
        return jdbc.sql("""
                        select id from placement
                        where state = 'offered' and reminded_at is null and stood_since is null and remind_on <= :today
                        order by id""")
                .param("today", today)
                .query((row, number) -> new PlacementId(Sql.uuid(row, "id")))
                .list();
    }

    void offered(PlacementId id, LocalDate remindOn, LocalDate answerBy) {
        jdbc.sql("""
                        update placement set remind_on = :remindOn, answer_by = :answerBy
                        where id = :id""")
                .param("id", id.value())
                .param("remindOn", remindOn)
                .param("answerBy", answerBy)
                .update();
    }

    LocalDate remindOn(PlacementId id) {
        return jdbc.sql("select remind_on from placement where id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .single();
    }

    /** Since when the offer's clock stands still, if it does. */
    Optional<LocalDate> stoodSince(PlacementId id) {
        return jdbc.sql("select stood_since from placement where id = :id and stood_since is not null")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    void stopped(PlacementId id, LocalDate on) {
        jdbc.sql("update placement set stood_since = :on where id = :id")
                .param("id", id.value())
                .param("on", on)
                .update();
    }

    void goesOn(PlacementId id, LocalDate remindOn, LocalDate answerBy) {
        jdbc.sql("""
                        update placement set stood_since = null, remind_on = :remindOn, answer_by = :answerBy
                        where id = :id""")
                .param("id", id.value())
                .param("remindOn", remindOn)
                .param("answerBy", answerBy)
                .update();
    }

    void reminded(PlacementId id, Instant at) {
        jdbc.sql("update placement set reminded_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    void askAgainFrom(PlacementId id, LocalDate day) {
        jdbc.sql("update placement set ask_again_from = :day where id = :id")
                .param("id", id.value())
                .param("day", day)
                .update();
    }
}
