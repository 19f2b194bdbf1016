package org.commonground.placement.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code group_side} and {@code organiser_call}. */
@Repository
public class GroupSideRepository {

    private final JdbcClient jdbc;

    GroupSideRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PlacementId placement, AnswerOffer side, SubjectKey key, Signature by, Instant at) {
        boolean conditions = side.answer() == OfferAnswer.ACCEPTED_WITH_CONDITIONS;
        jdbc.sql("""
                        insert into group_side (placement_id, support, enough_people, place_suits, contact_on_day,
                            answer, condition_kind, conditions, decline_reason, note, spoken_with,
                            answered_by, answered_at)
                        values (:placement, :support, :enoughPeople, :placeSuits, :contactOnDay,
                            :answer, :conditionKind, :conditions, :declineReason, :note, :spokenWith,
                            :by, :at)""")
                .param("placement", placement.value())
                .param("support", side.support() == null ? null : side.support().word())
                .param("enoughPeople", side.enoughPeople())
                .param("placeSuits", side.placeSuits())
                .param("contactOnDay", PersonalCodec.seal(key, side.contactOnDay()))
                .param("answer", side.answer().word())
                .param("conditionKind", conditions ? side.conditionKind().word() : null)
                .param("conditions", PersonalCodec.seal(key, conditions ? side.conditions() : null))
                .param(
                        "declineReason",
                        side.answer().isNo() ? side.declineReason().word() : null)
                .param("note", PersonalCodec.seal(key, side.note()))
                .param("spokenWith", PersonalCodec.seal(key, side.spokenWith()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    Optional<GroupSide> find(PlacementId placement, SubjectKey key) {
        return jdbc.sql("""
                        select group_side.*, placement.ask_again_from
                        from group_side join placement on placement.id = group_side.placement_id
                        where placement_id = :placement""")
                .param("placement", placement.value())
                .query((row, number) -> groupSide(row, key))
                .optional();
    }

    private static GroupSide groupSide(ResultSet row, SubjectKey key) throws SQLException {
        return new GroupSide(
                Worded.of(OfferAnswer.class, row.getString("answer")),
                Optional.ofNullable(row.getString("condition_kind")).map(Worded.reader(ConditionKind.class)),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("conditions"), Narrative::of)),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("contact_on_day"), PersonName::of)),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("note"), Narrative::of)),
                Optional.ofNullable(Sql.date(row, "ask_again_from")),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("spoken_with"), PersonName::of)),
                Signature.of(row.getString("answered_by")),
                Sql.instant(row, "answered_at"));
    }

    void insert(PlacementId placement, PhoneOrganiser call, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        insert into organiser_call (id, placement_id, reached, spoken_with, agreed, called_by, called_at)
                        values (:id, :placement, :reached, :spokenWith, :agreed, :by, :at)""")
                .param("id", Ids.next())
                .param("placement", placement.value())
                .param("reached", call.reached())
                .param("spokenWith", PersonalCodec.seal(key, call.spokenWith()))
                .param("agreed", PersonalCodec.seal(key, call.agreed()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
