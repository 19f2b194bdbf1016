package org.commonground.placement.choice;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.group.GroupId;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code preference} and {@code not_there}: what the person said about groups beyond those being tried. */
@Repository
class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Groups the person would like next, in their order. */
    List<GroupId> next(ReferralId referral) {
        return jdbc
                .sql("select group_id from preference where referral_id = :referral order by place")
                .param("referral", referral.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList();
    }

    void next(ReferralId referral, Collection<GroupId> groups) {
        jdbc.sql("delete from preference where referral_id = :referral")
                .param("referral", referral.value())
                .update();
        int place = 1;
        for (GroupId group : groups) {
            jdbc.sql("insert into preference (referral_id, group_id, place) values (:referral, :group, :place)")
                    .param("referral", referral.value())
                    .param("group", group.value())
                    .param("place", place++)
                    .update();
        }
    }

    /** Groups the person does not want to go to. */
    Set<GroupId> notThere(ReferralId referral) {
        Set<GroupId> groups = new LinkedHashSet<>();
        jdbc.sql("select group_id from not_there where referral_id = :referral order by said_at, group_id")
                .param("referral", referral.value())
                .query(UUID.class)
                .list()
                .forEach(group -> groups.add(new GroupId(group)));
        return groups;
    }

    void notThere(ReferralId referral, Collection<GroupId> groups, Instant at) {
        Set<GroupId> before = notThere(referral);
        before.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> jdbc.sql("delete from not_there where referral_id = :referral and group_id = :group")
                        .param("referral", referral.value())
                        .param("group", group.value())
                        .update());
        groups.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> jdbc.sql(
                                "insert into not_there (referral_id, group_id, said_at) values (:referral, :group, :at)")
                        .param("referral", referral.value())
                        .param("group", group.value())
                        .param("at", Sql.timestamp(at))
                        .update());
    }
}
