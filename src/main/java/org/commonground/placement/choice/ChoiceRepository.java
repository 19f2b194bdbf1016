package org.commonground.placement.choice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.commonground.group.Need;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code choice}, one row for each round, and {@code unmet_need}. */
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

    /** How the last choice came out; empty before the first. */
    Optional<Choice> last(ReferralId referral) {
        return jdbc.sql("select outcome from choice where referral_id = :referral order by round desc limit 1")
                .param("referral", referral.value())
                .query(String.class)
                .optional()
                .map(Worded.reader(Choice.class));
    }

    void insert(ReferralId referral, int round, ChooseGroups command, SubjectKey key, Signature by, Instant at) {
        boolean none = command.choice() == Choice.NO_SUITABLE_GROUP;
        boolean overridden = command.choice() == Choice.TRY && command.overrideReason() != null;
        jdbc.sql("""
                        insert into choice (referral_id, round, outcome, reason, note, override_reason, override_note,
                            made_by, made_at)
                        values (:referral, :round, :outcome, :reason, :note, :overrideReason, :overrideNote, :by, :at)""")
                .param("referral", referral.value())
                .param("round", round)
                .param("outcome", command.choice().word())
                .param("reason", none ? command.noGroupReason().word() : null)
                .param("note", none ? PersonalCodec.seal(key, command.noGroupNote()) : null)
                .param("overrideReason", overridden ? command.overrideReason().word() : null)
                .param("overrideNote", overridden ? PersonalCodec.seal(key, command.overrideNote()) : null)
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** @param district outward part of the person's postcode, or null where it is not known */
    void unmet(ReferralId referral, Need need, String district, NoGroupReason reason, LocalDate on) {
        jdbc.sql("""
                        insert into unmet_need (id, referral_id, need, district, reason, recorded_on)
                        values (:id, :referral, :need, :district, :reason, :on)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("need", need.word())
                .param("district", district)
                .param("reason", reason.word())
                .param("on", on)
                .update();
    }
}
