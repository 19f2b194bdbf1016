package org.commonground.placement;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code group_side} and {@code organiser_call}. */
@Repository
class GroupSideRepository {

    private final JdbcClient jdbc;

    GroupSideRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PlacementId placement, AnswerOffer side, SubjectKey key, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into group_side (placement_id, support, enough_people, place_suits, contact_on_day,
                            answer, decline_reason, note, spoken_with, answered_by, answered_at)
                        values (:placement, :support, :enoughPeople, :placeSuits, :contactOnDay,
                            :answer, :declineReason, :note, :spokenWith, :by, :at)""")
                .param("placement", placement.value())
                .param("support", side.support().word())
                .param("enoughPeople", side.enoughPeople())
                .param("placeSuits", side.placeSuits())
                .param("contactOnDay", PersonalCodec.seal(key, side.contactOnDay()))
                .param("answer", side.answer().word())
                .param(
                        "declineReason",
                        side.answer() == Answer.DECLINED ? side.declineReason().word() : null)
                .param("note", PersonalCodec.seal(key, side.note()))
                .param("spokenWith", PersonalCodec.seal(key, side.spokenWith()))
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    void insert(PlacementId placement, PhoneOrganiser call, SubjectKey key, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into organiser_call (id, placement_id, reached, spoken_with, agreed, called_by, called_at)
                        values (:id, :placement, :reached, :spokenWith, :agreed, :by, :at)""")
                .param("id", Ids.next())
                .param("placement", placement.value())
                .param("reached", call.reached())
                .param("spokenWith", PersonalCodec.seal(key, call.spokenWith()))
                .param("agreed", PersonalCodec.seal(key, call.agreed()))
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
