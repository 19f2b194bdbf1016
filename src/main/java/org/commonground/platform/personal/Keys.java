package org.commonground.platform.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys of all subjects: one for each person, account, organiser, practice, group and concern, by its id, kept wrapped in a table
 * of its own. What is personal about a subject is gone when its key is forgotten. An opened key is kept in memory for a
 * minute, so that reading one person's values asks for it once.
 */
@Service
public class Keys {

    /** As long as another node may still read somebody who was forgotten on this one. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Some megabytes. */
    private static final int MOST = 20_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SubjectKeyRepository rows;
    private final LiveKeyring keyring;
    private final Cache<UUID, SubjectKey> opened =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    /** Rises with each key that was forgotten, so that a read from before does not bring it back. */
    private final AtomicLong forgotten = new AtomicLong();

    Keys(SubjectKeyRepository rows, LiveKeyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    /** Makes the key of a new subject; it comes and goes with the caller's transaction. */
    public SubjectKey make(UUID subject) {
        byte[] random = new byte[SubjectKey.BYTES];
        RANDOM.nextBytes(random);
        rows.insert(subject, keyring.wrap(random));
        SubjectKey key = new SubjectKey(random);
        opened.put(subject, key);
        after(status -> {
            if (status != TransactionSynchronization.STATUS_COMMITTED) {
                opened.invalidate(subject);
            }
        });
        return key;
    }

    /** @throws KeyGone where there is none, or none any more */
    public SubjectKey of(UUID subject) {
        SubjectKey known = opened.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        long before = forgotten.get();
        byte[] wrapped = rows.find(subject).orElseThrow(() -> new KeyGone(subject));
        return keep(subject, wrapped, before);
    }

    /**
     * The keys of many, with at most one statement.
     *
     * @throws KeyGone where there is none for one of them
     */
    public Map<UUID, SubjectKey> of(Collection<UUID> subjects) {
        Map<UUID, SubjectKey> keys = new HashMap<>(opened.getAllPresent(subjects));
        List<UUID> others =
                subjects.stream().filter(id -> !keys.containsKey(id)).distinct().toList();
        if (!others.isEmpty()) {
            long before = forgotten.get();
            Map<UUID, byte[]> wrapped = rows.find(others);
            for (UUID subject : others) {
                if (!wrapped.containsKey(subject)) {
                    throw new KeyGone(subject);
                }
                keys.put(subject, keep(subject, wrapped.get(subject), before));
            }
        }
        return keys;
    }

    /**
     * Opens the rows of a list, in their order.
     *
     * @throws KeyGone where there is no key for one of them
     */
    public <T> List<T> open(List<Unopened<T>> list) {
        Map<UUID, SubjectKey> keys = of(list.stream().map(Unopened::subject).toList());
        List<T> all = new ArrayList<>(list.size());
        list.forEach(row -> all.add(row.open().apply(keys.get(row.subject()))));
        return all;
    }

    /** Forgets a subject's key: when the caller's transaction is through, nobody reads what was sealed with it. */
    public void forget(UUID subject) {
        rows.delete(subject);
        drop(subject);
        after(status -> drop(subject));
    }

    private SubjectKey keep(UUID subject, byte[] wrapped, long before) {
        SubjectKey key = new SubjectKey(keyring.unwrap(wrapped));
        opened.put(subject, key);
        if (forgotten.get() != before) {
            opened.invalidate(subject);
        }
        return key;
    }

    private void drop(UUID subject) {
        forgotten.incrementAndGet();
        opened.invalidate(subject);
    }

    private static void after(End end) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    end.of(status);
                }
            });
        }
    }

    /** What is done when a transaction has ended. */
    @FunctionalInterface
    private interface End {
        void of(int status);
    }
}
