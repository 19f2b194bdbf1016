package org.commonground.placement.ending;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is concerned by a group's closing, and the table {@code another_looked_for}. */
@Repository
class ClosedGroupRepository {

    private final JdbcClient jdbc;

    ClosedGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param taken placements whose people have a place of their own */
    List<PlacementId> concerned(GroupId group, List<UUID> taken) {
        return jdbc.sql("""
                        select id from placement
                        where group_id = :group
                            and (state not in ('ended', 'attended') or state = 'attended' and id = any(:taken))
                        order by id""")
                .param("group", group.value())
                .param("taken", taken.toArray(UUID[]::new))
                .query((row, number) -> new PlacementId(Sql.uuid(row, "id")))
                .list();
    }

    void insert(PlacementId id, FindAnother answer, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        insert into another_looked_for (id, placement_id, next, note, recorded_by, recorded_at)
                        values (:id, :placement, :next, :note, :by, :at)""")
                .param("id", Ids.next())
                .param("placement", id.value())
                .param("next", answer.next().word())
                .param("note", PersonalCodec.seal(key, answer.note()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
