package org.commonground.person;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.commonground.platform.personal.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code person_index}: the digests of each person's marks, made with the installation's secret. */
@Repository
public class PersonIndexRepository {

    private final JdbcClient jdbc;
    private final BlindIndex index;

    PersonIndexRepository(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** Replaces a person's rows. */
    void write(PersonId person, Collection<Mark> marks) {
        jdbc.sql("delete from person_index where person_id = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("""
                        insert into person_index (person_id, kind, digest)
                        select :person, kind, digest from unnest(:kinds, :digests) as mark (kind, digest)
                        on conflict do nothing""")
                .param("person", person.value())
                .param("kinds", marks.stream().map(mark -> mark.kind().word()).toArray(String[]::new))
                .param("digests", digests(marks))
                .update();
        jdbc.sql("update person set indexed_with = :secret where id = :person")
                .param("person", person.value())
                .param("secret", index.fingerprint())
                .update();
    }

    /** People without rows, or with rows made with another secret; nobody else takes them until this transaction ends. */
    List<PersonId> notIndexed(int most) {
        return jdbc.sql("""
                        select id from person where indexed_with is distinct from :secret
                        order by id limit :most for update skip locked""").param("secret", index.fingerprint()).param("most", most).query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    /**
     * Makes whoever else brings one of these marks wait until this transaction ends. Locked in one order, so that two
     * who share two marks cannot wait for each other.
     */
    public void lock(Collection<Mark> marks) {
        marks.stream()
                .map(this::lockOf)
                .distinct()
                .sorted()
                .forEach(lock -> jdbc.sql("select 1 from pg_advisory_xact_lock(:lock)")
                        .param("lock", lock)
                        .query(Integer.class)
                        .single());
    }

    public byte[][] digests(Collection<Mark> marks) {
        return marks.stream().map(this::digest).toArray(byte[][]::new);
    }

    private byte[] digest(Mark mark) {
        return index.digest(mark.kind().word(), mark.plain());
    }

    private long lockOf(Mark mark) {
        return ByteBuffer.wrap(digest(mark)).getLong();
    }
}
