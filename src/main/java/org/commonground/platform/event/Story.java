package org.commonground.platform.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what has happened to one referral, for those who work with the person. */
@Component
public class Story {

    private final JdbcClient jdbc;

    Story(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest events of a referral, newest first.
     *
     * @param kinds which events, by name
     * @param most how many at most
     */
    public List<Recorded> of(UUID referral, Collection<String> kinds, int most) {
        return jdbc.sql("""
                        select id, at, kind, subject_id, actor, role, reason
                        from event
                        where referral_id = :referral and kind in (:kinds)
                        order by at desc, id desc
                        limit :most""")
                .param("referral", referral)
                .param("kinds", kinds)
                .param("most", most)
                .query((row, number) -> new Recorded(
                        Sql.uuid(row, "id"),
                        Sql.instant(row, "at"),
                        row.getString("kind"),
                        Sql.uuid(row, "subject_id"),
                        new By(Signature.of(row.getString("actor")), row.getString("role")),
                        row.getString("reason")))
                .list();
    }
}
