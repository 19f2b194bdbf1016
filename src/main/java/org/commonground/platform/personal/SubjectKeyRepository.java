package org.commonground.platform.personal;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code subject_key}. */
@Repository
class SubjectKeyRepository {

    private final JdbcClient jdbc;

    SubjectKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID subject, byte[] wrapped) {
        jdbc.sql("insert into subject_key (subject_id, wrapped) values (:subject, :wrapped)")
                .param("subject", subject)
                .param("wrapped", wrapped)
                .update();
    }

    Optional<byte[]> find(UUID subject) {
        return jdbc.sql("select wrapped from subject_key where subject_id = :subject")
                .param("subject", subject)
                .query(byte[].class)
                .optional();
    }

    Map<UUID, byte[]> find(Collection<UUID> subjects) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.sql("select subject_id, wrapped from subject_key where subject_id = any(:subjects)")
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("subject_id", UUID.class), row.getBytes("wrapped"));
                });
        return found;
    }

    void delete(UUID subject) {
        jdbc.sql("delete from subject_key where subject_id = :subject")
                .param("subject", subject)
                .update();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select from subject_key)")
                .query(Boolean.class)
                .single();
    }

    /** The ids of the wrapping keys that rows need. */
    List<Integer> wrappedWith() {
        return jdbc
                .sql("select distinct substring(wrapped from 2 for 4) from subject_key")
                .query(byte[].class)
                .list()
                .stream()
                .map(id -> ByteBuffer.wrap(id).getInt())
                .toList();
    }

    long countWrappedWith(int id) {
        return jdbc.sql("select count(*) from subject_key where substring(wrapped from 2 for 4) = :id")
                .param("id", bytes(id))
                .query(Long.class)
                .single();
    }

    /** Some key that this one has wrapped. */
    byte[] oneWrappedWith(int id) {
        return jdbc.sql("select wrapped from subject_key where substring(wrapped from 2 for 4) = :id limit 1")
                .param("id", bytes(id))
                .query(byte[].class)
                .single();
    }

    private static byte[] bytes(int id) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(id).array();
    }
}
