package org.commonground.referral.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.PracticeId;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code referral_receipt}. */
@Repository
class ReceiptRepository {

    static final String OWN_NUMBER = "own-number";
    static final String KEY = "key";

    private final JdbcClient jdbc;

    ReceiptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims a number or key for a referral. Whoever claims the same at the same time waits until this transaction ends.
     *
     * @return the referral it belongs to, ours or an earlier one's; empty where it came before with other content
     */
    Optional<ReferralId> claim(PracticeId practice, String kind, byte[] digest, byte[] content, ReferralId ours) {
        boolean claimed = jdbc.sql("""
                        insert into referral_receipt (practice_id, kind, digest, content, referral_id)
                        values (:practice, :kind, :digest, :content, :referral)
                        on conflict do nothing""")
                        .param("practice", practice.value())
                        .param("kind", kind)
                        .param("digest", digest)
                        .param("content", content)
                        .param("referral", ours.value())
                        .update()
                == 1;
        return claimed ? Optional.of(ours) : earlier(practice, kind, digest, content);
    }

    private Optional<ReferralId> earlier(PracticeId practice, String kind, byte[] digest, byte[] content) {
        record Earlier(byte[] content, UUID referral) {}
        Earlier earlier = jdbc.sql("""
                        select content, referral_id from referral_receipt
                        where practice_id = :practice and kind = :kind and digest = :digest""")
                .param("practice", practice.value())
                .param("kind", kind)
                .param("digest", digest)
                .query((row, n) -> new Earlier(row.getBytes("content"), row.getObject("referral_id", UUID.class)))
                .single();
        return Arrays.equals(earlier.content(), content)
                ? Optional.of(new ReferralId(earlier.referral()))
                : Optional.empty();
    }
}
