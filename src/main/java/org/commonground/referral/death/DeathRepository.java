package org.commonground.referral.death;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code death_answer}, and who has the NHS number of somebody who died. */
@Repository
class DeathRepository {

    private final JdbcClient jdbc;

    DeathRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Other referrals that are open, of people with the same NHS number, by their ids. */
    List<ReferralId> openOthers(ReferralId id) {
        return jdbc.sql("""
                        select other.id
                        from referral r
                        join person_index mine on mine.person_id = r.person_id and mine.kind = 'nhs-number'
                        join person_index theirs on theirs.kind = mine.kind and theirs.digest = mine.digest
                        join referral other on other.person_id = theirs.person_id
                        where r.id = :id and other.id <> r.id and other.standing <> 'closed'
                        order by other.id""").param("id", id.value()).query(UUID.class).list().stream()
                .map(ReferralId::new)
                .toList();
    }

    /** Whether somebody else with this person's NHS number has died, as was recorded after the team last answered. */
    boolean mayHaveDied(ReferralId id) {
        return jdbc.sql("""
                        select exists (
                            select from referral r
                            join person_index mine on mine.person_id = r.person_id and mine.kind = 'nhs-number'
                            join person_index theirs on theirs.kind = mine.kind and theirs.digest = mine.digest
                            join person p on p.id = theirs.person_id
                            where r.id = :id and p.id <> r.person_id and p.died_recorded_at is not null
                                and not exists (
                                    select from death_answer a
                                    where a.referral_id = r.id and a.at >= p.died_recorded_at))""").param("id", id.value()).query(Boolean.class).single();
    }

    void insert(ReferralId id, SubjectKey key, ConfirmDeath said, Instant at, AccountId by) {
        jdbc.sql("""
                        insert into death_answer (id, referral_id, at, answer, how, account_id)
                        values (:id, :referral, :at, :answer, :how, :account)""")
                .param("id", Ids.next())
                .param("referral", id.value())
                .param("at", Sql.timestamp(at))
                .param("answer", said.died().word())
                .param("how", PersonalCodec.seal(key, said.how()))
                .param("account", by == null ? null : by.value())
                .update();
    }
}
