package org.commonground.person;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.BlindIndex;
import org.commonground.platform.personal.BlindRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code person_index}: the digests of each person's marks, made with the installation's secret. */
@Repository
class PersonIndexRepository {

    private final JdbcClient jdbc;
    private final BlindRows rows;

    PersonIndexRepository(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.rows = new BlindRows(jdbc, index, "person", "person_index", "person_id");
    }

    /** Replaces a person's rows. */
    void write(PersonId person, Collection<Mark> marks) {
        rows.write(person.value(), marks);
    }

    /** People without rows, or with rows made with another secret; nobody else takes them until this transaction ends. */
    List<PersonId> notIndexed(int most) {
        return rows.notIndexed(most).stream().map(PersonId::new).toList();
    }

    /**
     * Makes whoever else brings one of these marks wait until this transaction ends. Locked in one order, so that two
     * who share two marks cannot wait for each other.
     */
    void lock(Collection<Mark> marks) {
        marks.stream()
                .map(this::lockOf)
                .distinct()
                .sorted()
                .forEach(lock -> jdbc.sql("select 1 from pg_advisory_xact_lock(:lock)")
                        .param("lock", lock)
                        .query(Integer.class)
                        .single());
    }

    /** Everybody else who has the same NHS number, or the same names and date of birth. */
    List<Alike> alike(PersonId person) {
        return jdbc.sql("""
                        select theirs.person_id, bool_or(mine.kind = 'nhs-number') as by_number,
                            bool_or(mine.kind = 'name-and-birth') as by_name_and_birth,
                            (select count(distinct numbered.person_id) = 2 from person_index numbered
                             where numbered.kind = 'nhs-number' and numbered.person_id in (:person, theirs.person_id))
                                as both_numbered
                        from person_index mine
                        join person_index theirs on theirs.kind = mine.kind and theirs.digest = mine.digest
                        where mine.person_id = :person and mine.kind in ('nhs-number', 'name-and-birth')
                            and theirs.person_id <> :person
                        group by theirs.person_id""")
                .param("person", person.value())
                .query((row, n) -> new Alike(
                        new PersonId(Sql.uuid(row, "person_id")),
                        row.getBoolean("by_number"),
                        row.getBoolean("by_name_and_birth"),
                        row.getBoolean("both_numbered")))
                .list();
    }

    /** When somebody else with the same NHS number was last recorded to have died; empty where nobody was. */
    Optional<Instant> sameNumberDied(PersonId person) {
        return jdbc.sql("""
                        select max(p.died_recorded_at) as died
                        from person_index mine
                        join person_index theirs on theirs.kind = mine.kind and theirs.digest = mine.digest
                        join person p on p.id = theirs.person_id
                        where mine.person_id = :person and mine.kind = 'nhs-number' and p.id <> :person""")
                .param("person", person.value())
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "died")))
                .single();
    }

    /** Everybody who has every mark of one of these lists; the marks of a list are of one kind. */
    Set<PersonId> having(Collection<List<Mark>> oneOf) {
        Set<PersonId> people = new HashSet<>();
        oneOf.stream()
                .filter(marks -> !marks.isEmpty())
                .forEach(marks -> rows.having(marks).forEach(id -> people.add(new PersonId(id))));
        return people;
    }

    private long lockOf(Mark mark) {
        return ByteBuffer.wrap(rows.digest(mark)).getLong();
    }
}
