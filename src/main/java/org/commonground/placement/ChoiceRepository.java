package org.commonground.placement;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code choice}: one row for each round. */
@Repository
class ChoiceRepository {

    private final JdbcClient jdbc;

    ChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rounds there have been. */
    int rounds(ReferralId referral) {
        return jdbc.sql("select count(*) from choice where referral_id = :referral")
                .param("referral", referral.value())
                .query(Integer.class)
                .single();
    }

    void insert(ReferralId referral, int round, ChooseGroups command, SubjectKey key, AccountId by, Instant at) {
        boolean none = command.choice() == Choice.NO_SUITABLE_GROUP;
        jdbc.sql("""
                        insert into choice (referral_id, round, outcome, reason, note, made_by, made_at)
                        values (:referral, :round, :outcome, :reason, :note, :by, :at)""")
                .param("referral", referral.value())
                .param("round", round)
                .param("outcome", command.choice().word())
                .param("reason", none ? command.noGroupReason().word() : null)
                .param("note", none ? PersonalCodec.seal(key, command.noGroupNote()) : null)
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
