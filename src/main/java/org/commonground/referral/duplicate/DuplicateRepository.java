package org.commonground.referral.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.person.Alike;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code possible_duplicate} and {@code duplicate_decision}, and which referral came before. */
@Repository
public class DuplicateRepository {

    private final JdbcClient jdbc;

    DuplicateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of {@code possible_duplicate}. */
    record Row(ReferralId other, boolean byNhsNumber, boolean byNameAndBirth) {}

    /** Keeps which open referrals may be about the same person, who is one of these. */
    void keep(Referral referral, List<Alike> people) {
        people.forEach(alike -> jdbc.sql("""
                        insert into possible_duplicate (referral_id, other_id, by_nhs_number, by_name_and_birth)
                        select :id, r.id, :byNumber, :byNameAndBirth from referral r
                        where r.person_id = :person and r.standing <> 'closed'""")
                .param("id", referral.id().value())
                .param("byNumber", alike.byNhsNumber())
                .param("byNameAndBirth", alike.byNameAndBirth())
                .param("person", alike.person().value())
                .update());
    }

    /** Keeps which referral with the same team ended last, of people who may be the same as this one's. */
    void keepPrevious(Referral referral, List<Alike> people) {
        jdbc.sql("""
                        update referral set previous_id = (
                            select r.id from referral r
                            where r.person_id = any(:people) and r.standing = 'closed' and r.outcome <> 'joined'
                                and r.team_id = :team
                            order by r.closed_at desc limit 1)
                        where id = :id""")
                .param("id", referral.id().value())
                .param(
                        "people",
                        people.stream().map(alike -> alike.person().value()).toArray(UUID[]::new))
                .param("team", referral.team().value())
                .update();
    }

    /** Those that are open still, the oldest first. */
    List<Row> open(ReferralId id) {
        return jdbc.sql("""
                        select d.other_id, d.by_nhs_number, d.by_name_and_birth
                        from possible_duplicate d join referral r on r.id = d.other_id
                        where d.referral_id = :id and r.standing <> 'closed' order by d.other_id""")
                .param("id", id.value())
                .query((row, n) -> new Row(
                        new ReferralId(Sql.uuid(row, "other_id")),
                        row.getBoolean("by_nhs_number"),
                        row.getBoolean("by_name_and_birth")))
                .list();
    }

    /** @param other the referral it is joined to; null unless it is joined */
    void decide(ReferralId id, DuplicateAnswer answer, ReferralId other, Signature by, Instant at) {
        jdbc.sql("""
                        insert into duplicate_decision (referral_id, decision, other_id, decided_by, decided_at)
                        values (:id, :decision, :other, :by, :at)""")
                .param("id", id.value())
                .param("decision", answer.word())
                .param("other", other == null ? null : other.value())
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    Optional<ReferralId> joinedTo(ReferralId id) {
        return jdbc.sql("select other_id from duplicate_decision where referral_id = :id and decision = 'join'")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(ReferralId::new);
    }

    /** Referrals that were joined to this one, the oldest first. */
    List<ReferralId> joinedOnto(ReferralId id) {
        return jdbc
                .sql("select referral_id from duplicate_decision where other_id = :id and decision = 'join' order by 1")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ReferralId::new)
                .toList();
    }
}
