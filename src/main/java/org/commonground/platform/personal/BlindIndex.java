package org.commonground.platform.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds sealed values again without opening them: equal values have equal keyed digests (HMAC-SHA256, cut to 16 bytes),
 * and whoever has the tables but not the installation's secret can neither read a digest nor try values against it.
 */
public final class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /** An index with the installation's secret, which stands in no table. */
    public BlindIndex(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("an index needs a secret");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The digest of a value.
     *
     * @param kind what the value is: the same text under another kind has another digest
     * @param value as it is compared, so that what means the same is written the same
     */
    public byte[] digest(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the secret from another one without telling it: rows that were made with another must be made anew. */
    public byte[] fingerprint() {
        return digest("fingerprint", "");
    }
}
