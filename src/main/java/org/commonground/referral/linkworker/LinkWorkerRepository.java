package org.commonground.referral.linkworker;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.TeamId;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The column {@code referral.link_worker}, who it is now, and the table {@code link_worker}, who it was. */
@Repository
class LinkWorkerRepository {

    private final JdbcClient jdbc;

    LinkWorkerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> of(ReferralId referral) {
        return jdbc.sql("select link_worker from referral where id = :id and link_worker is not null")
                .param("id", referral.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** @param to null for the whole team */
    void keep(ReferralId referral, AccountId to, KeptBecause why, Signature by, Instant at) {
        UUID account = to == null ? null : to.value();
        jdbc.sql("update referral set link_worker = :to where id = :id")
                .param("to", account)
                .param("id", referral.value())
                .update();
        jdbc.sql("""
                        insert into link_worker (id, referral_id, account_id, since, why, signed_by)
                        values (:row, :id, :to, :at, :why, :by)""")
                .param("row", Ids.next())
                .param("id", referral.value())
                .param("to", account)
                .param("at", Sql.timestamp(at))
                .param("why", why.word())
                .param("by", by.text())
                .update();
    }

    /** The open referrals somebody looks after, but those of these teams; in one order, and locked. */
    List<ReferralId> lockOpen(AccountId account, Collection<TeamId> but) {
        return jdbc
                .sql("""
                        select id from referral
                        where link_worker = :account and standing <> 'closed' and team_id <> all(:but)
                        order by id for no key update""")
                .param("account", account.value())
                .param("but", but.stream().map(TeamId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(ReferralId::new)
                .toList();
    }

    /** The newest first. */
    List<Keeping> history(ReferralId referral) {
        return jdbc.sql("""
                        select account_id, since, why, signed_by from link_worker
                        where referral_id = :id order by since desc, id desc""")
                .param("id", referral.value())
                .query((row, n) -> new Keeping(
                        Optional.ofNullable(Sql.uuid(row, "account_id")).map(AccountId::new),
                        Sql.instant(row, "since"),
                        Worded.of(KeptBecause.class, row.getString("why")),
                        Signature.of(row.getString("signed_by"))))
                .list();
    }
}
