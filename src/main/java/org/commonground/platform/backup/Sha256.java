package org.commonground.platform.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum of a dump's entries. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
