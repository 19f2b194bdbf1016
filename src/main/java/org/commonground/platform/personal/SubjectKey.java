package org.commonground.platform.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * The opened key of one subject, a person for one: everything personal about them is sealed with it, by AES-256-GCM.
 * {@link Keys} alone makes and opens it; it is never written anywhere but wrapped.
 */
public final class SubjectKey {

    static final int BYTES = 32;

    /** A copied row has another id and the same key: its values must open there too. */
    private static final byte[] NO_ASSOCIATED_DATA = {};

    private final Aead cipher;

    SubjectKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a subject's key has 32 bytes");
        }
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    byte[] seal(byte[] plain) {
        try {
            return cipher.encrypt(plain, NO_ASSOCIATED_DATA);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value could not be sealed", e);
        }
    }

    byte[] open(byte[] sealed) {
        try {
            return cipher.decrypt(sealed, NO_ASSOCIATED_DATA);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value was changed, or sealed with another key", e);
        }
    }

    @Override
    public String toString() {
        return Personal.HIDDEN;
    }
}
