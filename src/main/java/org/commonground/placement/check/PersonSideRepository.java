package org.commonground.placement.check;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.group.Support;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.commonground.referral.RiskLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code person_side} and {@code second_opinion}, and what stood in them before a check was made again. */
@Repository
public class PersonSideRepository {

    private final JdbcClient jdbc;

    PersonSideRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was signed before apart, with the opinion about it, so that the placement can be signed anew. */
    void setAside(PlacementId placement) {
        for (String table : List.of("person_side", "second_opinion")) {
            jdbc.sql("insert into " + table + "_before select * from " + table + " where placement_id = :placement")
                    .param("placement", placement.value())
                    .update();
            jdbc.sql("delete from " + table + " where placement_id = :placement")
                    .param("placement", placement.value())
                    .update();
        }
    }

    void insert(PlacementId placement, PersonSide side, SubjectKey key) {
        jdbc.sql("""
                        insert into person_side (placement_id, communication, mobility, transport, health, companion,
                            support, gap_covered, gap_arrangement, risk_to_self, risk_to_others, risk_from_others,
                            risk_on_visit, safeguarding, risk_note, instruction, signed_by, signed_at)
                        values (:placement, :communication, :mobility, :transport, :health, :companion,
                            :support, :gapCovered, :gapArrangement, :riskToSelf, :riskToOthers, :riskFromOthers,
                            :riskOnVisit, :safeguarding, :riskNote, :instruction, :signedBy, :signedAt)""")
                .param("placement", placement.value())
                .param("communication", PersonalCodec.seal(key, side.communication()))
                .param("mobility", PersonalCodec.seal(key, side.mobility()))
                .param("transport", PersonalCodec.seal(key, side.transport()))
                .param("health", PersonalCodec.seal(key, side.health()))
                .param("companion", PersonalCodec.seal(key, side.companion()))
                .param(
                        "support",
                        side.support().stream().map(Support::word).sorted().toArray(String[]::new))
                .param("gapCovered", side.gapCovered())
                .param("gapArrangement", PersonalCodec.seal(key, side.gapArrangement()))
                .param("riskToSelf", side.risks().toSelf().word())
                .param("riskToOthers", side.risks().toOthers().word())
                .param("riskFromOthers", side.risks().fromOthers().word())
                .param("riskOnVisit", side.risks().onVisit().word())
                .param("safeguarding", side.risks().safeguarding())
                .param("riskNote", PersonalCodec.seal(key, side.riskNote()))
                .param("instruction", PersonalCodec.seal(key, side.instruction()))
                .param("signedBy", side.signedBy().text())
                .param("signedAt", Sql.timestamp(side.signedAt()))
                .update();
    }

    Optional<PersonSide> find(PlacementId placement, SubjectKey key) {
        return jdbc.sql("select * from person_side where placement_id = :placement")
                .param("placement", placement.value())
                .query((row, number) -> personSide(row, key))
                .optional();
    }

    /** The last one signed for any placement of the referral. */
    Optional<PersonSide> latest(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select person_side.* from person_side
                        join placement on placement.id = person_side.placement_id
                        where placement.referral_id = :referral order by signed_at desc limit 1""")
                .param("referral", referral.value())
                .query((row, number) -> personSide(row, key))
                .optional();
    }

    void insert(PlacementId placement, SecondOpinion opinion, SubjectKey key) {
        jdbc.sql("""
                        insert into second_opinion (placement_id, verdict, reason, given_by, given_at)
                        values (:placement, :verdict, :reason, :givenBy, :givenAt)""")
                .param("placement", placement.value())
                .param("verdict", opinion.verdict().word())
                .param("reason", PersonalCodec.seal(key, opinion.reason()))
                .param("givenBy", opinion.givenBy().text())
                .param("givenAt", Sql.timestamp(opinion.givenAt()))
                .update();
    }

    Optional<SecondOpinion> secondOpinion(PlacementId placement, SubjectKey key) {
        return jdbc.sql("select * from second_opinion where placement_id = :placement")
                .param("placement", placement.value())
                .query((row, number) -> new SecondOpinion(
                        Worded.of(Verdict.class, row.getString("verdict")),
                        narrative(row, "reason", key),
                        Signature.of(row.getString("given_by")),
                        Sql.instant(row, "given_at")))
                .optional();
    }

    private static PersonSide personSide(ResultSet row, SubjectKey key) throws SQLException {
        return new PersonSide(
                narrative(row, "communication", key),
                narrative(row, "mobility", key),
                narrative(row, "transport", key),
                narrative(row, "health", key),
                narrative(row, "companion", key),
                support(row.getArray("support")),
                row.getBoolean("gap_covered"),
                narrative(row, "gap_arrangement", key),
                new Risks(
                        Worded.of(RiskLevel.class, row.getString("risk_to_self")),
                        Worded.of(RiskLevel.class, row.getString("risk_to_others")),
                        Worded.of(RiskLevel.class, row.getString("risk_from_others")),
                        Worded.of(RiskLevel.class, row.getString("risk_on_visit")),
                        row.getBoolean("safeguarding")),
                narrative(row, "risk_note", key),
                narrative(row, "instruction", key),
                Signature.of(row.getString("signed_by")),
                Sql.instant(row, "signed_at"));
    }

    private static Narrative narrative(ResultSet row, String column, SubjectKey key) throws SQLException {
        return PersonalCodec.open(key, row.getBytes(column), Narrative::of);
    }

    private static Set<Support> support(Array words) throws SQLException {
        return Stream.of((String[]) words.getArray())
                .map(Worded.reader(Support.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the decision table or the second opinion said. */
    void weighed(PlacementId id, Verdict verdict) {
        jdbc.sql("update placement set verdict = :verdict where id = :id")
                .param("id", id.value())
                .param("verdict", verdict.word())
                .update();
    }
}
