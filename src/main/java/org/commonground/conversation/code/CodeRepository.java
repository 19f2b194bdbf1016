package org.commonground.conversation.code;

import java.util.List;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code practice_code}. */
@Repository
class CodeRepository {

    private final JdbcClient jdbc;

    CodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that is there already stays as it was. */
    void insert(ReferralId referral, RecordedCode code) {
        jdbc.sql("""
                        insert into practice_code (referral_id, code, at) values (:referral, :code, :at)
                        on conflict do nothing""")
                .param("referral", referral.value())
                .param("code", code.code().text())
                .param("at", Sql.timestamp(code.at()))
                .update();
    }

    List<RecordedCode> of(ReferralId referral) {
        return jdbc.sql("select code, at from practice_code where referral_id = :referral order by at")
                .param("referral", referral.value())
                .query((row, n) -> new RecordedCode(new SnomedCode(row.getString("code")), Sql.instant(row, "at")))
                .list();
    }
}
