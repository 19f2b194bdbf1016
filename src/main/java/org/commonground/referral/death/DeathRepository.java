package org.commonground.referral.death;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.person.PersonId;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code death_answer}, and whose referrals are open. */
@Repository
class DeathRepository {

    private final JdbcClient jdbc;

    DeathRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Referrals that are open, of these people, by their ids. */
    List<ReferralId> openOf(List<PersonId> people) {
        return jdbc
                .sql("select id from referral where person_id = any(:people) and standing <> 'closed' order by id")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(ReferralId::new)
                .toList();
    }

    /** When the team last said whether it is their person who died; empty where it was never asked. */
    Optional<Instant> lastAnswered(ReferralId id) {
        return jdbc.sql("select max(at) as at from death_answer where referral_id = :id")
                .param("id", id.value())
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single();
    }

    void insert(ReferralId id, SubjectKey key, ConfirmDeath said, Instant at, Signature by) {
        jdbc.sql("""
                        insert into death_answer (id, referral_id, at, answer, how, signed_by)
                        values (:id, :referral, :at, :answer, :how, :signature)""")
                .param("id", Ids.next())
                .param("referral", id.value())
                .param("at", Sql.timestamp(at))
                .param("answer", said.died().word())
                .param("how", PersonalCodec.seal(key, said.how()))
                .param("signature", by.text())
                .update();
    }
}
