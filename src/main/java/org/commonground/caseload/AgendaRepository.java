package org.commonground.caseload;

import java.util.List;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The view {@code agenda}. */
@Repository
class AgendaRepository {

    private final JdbcClient jdbc;

    AgendaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AgendaItem> of(ReferralId referral) {
        return jdbc.sql(
                        "select kind, subject_id, due, owner from agenda where referral_id = :referral order by due, id")
                .param("referral", referral.value())
                .query((row, n) -> new AgendaItem(
                        row.getString("kind"),
                        Sql.uuid(row, "subject_id"),
                        Sql.instant(row, "due"),
                        row.getString("owner")))
                .list();
    }
}
