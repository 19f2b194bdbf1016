package org.commonground.platform.personal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows by which the subjects of one table are found: digests made with the installation's secret, in a table of their
 * own with the columns {@code kind}, {@code digest} and the subject's id, which go with the subject's row. The subject's
 * row says in {@code indexed_with} with which secret they were made.
 */
public final class BlindRows {

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final String subjects;
    private final String rows;
    private final String subject;

    /**
     * @param subjects the table of the subjects
     * @param rows the table of the digests
     * @param subject the column of that table that has a subject's id
     */
    public BlindRows(JdbcClient jdbc, BlindIndex index, String subjects, String rows, String subject) {
        this.jdbc = jdbc;
        this.index = index;
        this.subjects = subjects;
        this.rows = rows;
        this.subject = subject;
    }

    /** Replaces a subject's rows. */
    public void write(UUID id, Collection<? extends Findable> marks) {
        jdbc.sql("delete from %s where %s = :id".formatted(rows, subject))
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into %s (%s, kind, digest)
                        select :id, kind, digest from unnest(:kinds, :digests) as mark (kind, digest)
                        on conflict do nothing""".formatted(rows, subject))
                .param("id", id)
                .param("kinds", marks.stream().map(Findable::ofKind).toArray(String[]::new))
                .param("digests", digests(marks))
                .update();
        jdbc.sql("update %s set indexed_with = :secret where id = :id".formatted(subjects))
                .param("id", id)
                .param("secret", index.fingerprint())
                .update();
    }

    /** Subjects without rows, or with rows made with another secret; nobody else takes them until this transaction ends. */
    public List<UUID> notIndexed(int most) {
        return jdbc.sql("""
                        select id from %s where indexed_with is distinct from :secret
                        order by id limit :most for update skip locked""".formatted(subjects))
                .param("secret", index.fingerprint())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** The subjects that have every one of these; the marks are of one kind, and not none. */
    public List<UUID> having(Collection<? extends Findable> marks) {
        return jdbc.sql("""
                        select %2$s from %1$s where kind = :kind and digest = any(:digests)
                        group by %2$s having count(*) = :count""".formatted(rows, subject))
                .param("kind", marks.iterator().next().ofKind())
                .param("digests", digests(marks))
                .param("count", marks.size())
                .query(UUID.class)
                .list();
    }

    /** The digests of marks, in their order. */
    public byte[][] digests(Collection<? extends Findable> marks) {
        return marks.stream().map(this::digest).toArray(byte[][]::new);
    }

    public byte[] digest(Findable mark) {
        return index.digest(mark.ofKind(), mark.plain());
    }
}
