package org.commonground.safeguarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pauses in the table {@code pause}: at most one for a concern. */
@Repository
class PauseRepository {

    private final JdbcClient jdbc;
    private final Keys keys;

    PauseRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    boolean isPaused(UUID referral) {
        return jdbc.sql("select exists (select from pause where referral_id = :referral and lifted_at is null)")
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    /** When the newest run of overlapping pauses began: a pause that began while no other lasted. */
    Optional<Instant> standstillSince(UUID referral) {
        return jdbc.sql("""
                        select paused_at from pause
                        where referral_id = :referral and not exists (
                            select from pause earlier
                            where earlier.referral_id = pause.referral_id and earlier.paused_at < pause.paused_at
                              and (earlier.lifted_at is null or earlier.lifted_at >= pause.paused_at))
                        order by paused_at desc limit 1""")
                .param("referral", referral)
                .query((row, number) -> Sql.instant(row, "paused_at"))
                .optional();
    }

    /** False where this concern has paused it already. */
    boolean insert(ConcernId concern, UUID referral, Instant at) {
        return jdbc.sql("""
                        insert into pause (concern_id, referral_id, paused_at)
                        values (:concern, :referral, :at)
                        on conflict (concern_id) do nothing""")
                        .param("concern", concern.value())
                        .param("referral", referral)
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    /** The referral that goes on, or empty where no pause of this concern lasts. */
    Optional<UUID> lift(ConcernId concern, Narrative reason, Signature by, Instant at) {
        SubjectKey key = keys.of(concern.value());
        return jdbc.sql("""
                        update pause
                        set lifted_at = :at, lifted_by = :by, lifted_because = :reason
                        where concern_id = :concern and lifted_at is null
                        returning referral_id""")
                .param("concern", concern.value())
                .param("reason", PersonalCodec.seal(key, reason))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .query(UUID.class)
                .optional();
    }
}
