package org.commonground.referral.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.person.Mark;
import org.commonground.person.PersonIndexRepository;
import org.commonground.person.PersonRepository;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code possible_duplicate} and {@code duplicate_decision}, and which referral came before. */
@Repository
public class DuplicateRepository {

    /** Referrals whose person shares what only one person should have with the person of a new one. */
    private static final String SHARING = """
            from person_index mine
            join person_index theirs on theirs.kind = mine.kind and theirs.digest = mine.digest
            join referral r on r.person_id = theirs.person_id
            where mine.person_id = :person and mine.kind in ('nhs-number', 'name-and-birth') and r.id <> :id
            """;

    private final JdbcClient jdbc;
    private final PersonRepository people;
    private final PersonIndexRepository index;

    DuplicateRepository(JdbcClient jdbc, PersonRepository people, PersonIndexRepository index) {
        this.jdbc = jdbc;
        this.people = people;
        this.index = index;
    }

    /** A row of {@code possible_duplicate}. */
    record Row(ReferralId match, boolean byNhsNumber, boolean byNameAndBirth) {}

    /**
     * Finds who a new referral's person may be. Whoever else brings the same person waits until this transaction ends,
     * and then finds this referral: of two that come at once one sees the other.
     */
    public void lookFor(Referral referral) {
        index.lock(Mark.identifying(people.find(referral.person())));
        keepMatches(referral);
        keepPrevious(referral);
    }

    private void keepMatches(Referral referral) {
        jdbc.sql("""
                        insert into possible_duplicate (referral_id, other_id, by_nhs_number, by_name_and_birth)
                        select :id, r.id, bool_or(mine.kind = 'nhs-number'), bool_or(mine.kind = 'name-and-birth')
                        """ + SHARING + "and r.standing <> 'closed' group by r.id")
                .param("id", referral.id().value())
                .param("person", referral.person().value())
                .update();
    }

    /** Two people with the same name and birthday have two NHS numbers: one is no earlier referral of the other. */
    private void keepPrevious(Referral referral) {
        jdbc.sql("update referral set previous_id = (select r.id " + SHARING + """
                          and r.standing = 'closed' and r.outcome <> 'joined' and r.team_id = :team
                        group by r.id, r.person_id
                        having bool_or(mine.kind = 'nhs-number') or (
                            select count(distinct person_id) < 2 from person_index
                            where kind = 'nhs-number' and person_id in (:person, r.person_id))
                        order by r.closed_at desc limit 1)
                        where id = :id""")
                .param("id", referral.id().value())
                .param("person", referral.person().value())
                .param("team", referral.team().value())
                .update();
    }

    /** Those that are open still, the oldest first. */
    public List<Row> open(ReferralId id) {
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

    /** @param match the referral it is joined to; null unless it is joined */
    void decide(ReferralId id, DuplicateAnswer answer, ReferralId match, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into duplicate_decision (referral_id, decision, other_id, decided_by, decided_at)
                        values (:id, :decision, :match, :by, :at)""")
                .param("id", id.value())
                .param("decision", answer.word())
                .param("match", match == null ? null : match.value())
                .param("by", by == null ? null : by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    public Optional<ReferralId> joinedTo(ReferralId id) {
        return jdbc.sql("select other_id from duplicate_decision where referral_id = :id and decision = 'join'")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(ReferralId::new);
    }

    /** Referrals that were joined to this one, the oldest first. */
    public List<ReferralId> joinedOnto(ReferralId id) {
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
