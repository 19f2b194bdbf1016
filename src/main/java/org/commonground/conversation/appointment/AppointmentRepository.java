package org.commonground.conversation.appointment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code appointment}: one at most in each referral. */
@Repository
class AppointmentRepository {

    private final JdbcClient jdbc;

    AppointmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void agree(ReferralId referral, SubjectKey key, Appointment appointment) {
        jdbc.sql("""
                        insert into appointment (referral_id, at, place, account_id)
                        values (:referral, :at, :place, :account)
                        on conflict (referral_id) do update
                        set at = excluded.at, place = excluded.place, account_id = excluded.account_id""")
                .param("referral", referral.value())
                .param("at", Sql.timestamp(appointment.at()))
                .param("place", PersonalCodec.seal(key, appointment.place()))
                .param(
                        "account",
                        appointment.with() == null ? null : appointment.with().value())
                .update();
    }

    Optional<Appointment> find(ReferralId referral, SubjectKey key) {
        return jdbc.sql("select * from appointment where referral_id = :referral")
                .param("referral", referral.value())
                .query((row, n) -> {
                    Instant at = Sql.instant(row, "at");
                    Narrative place = PersonalCodec.open(key, row.getBytes("place"), Narrative::new);
                    UUID with = Sql.uuid(row, "account_id");
                    return new Appointment(at, place, with == null ? null : new AccountId(with));
                })
                .optional();
    }
}
