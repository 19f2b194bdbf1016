package org.commonground.platform.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The installation's keys, with which the keys of all subjects are wrapped: a Tink keyset of AES-256-GCM keys. New ones
 * are wrapped with the primary key; which key opens a wrapped one stands at its beginning. It never changes; whoever
 * adds a key has another keyring.
 */
public final class Keyring {

    private static final byte[] NO_ASSOCIATED_DATA = {};

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    private final KeysetHandle keys;
    private final Aead cipher;

    private Keyring(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys;
        this.cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** One new key. */
    public static Keyring make() {
        try {
            return new Keyring(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /** @throws GeneralSecurityException where the text is no keyset of such keys */
    static Keyring read(String json) throws GeneralSecurityException {
        return new Keyring(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    /** The keys themselves, as they stand in the file. */
    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be written", e);
        }
    }

    /** With one key more, the newest, which wraps nothing yet: whoever has this keyring can open what it will wrap. */
    public Keyring withNewKey() {
        return changed(KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /** The same keys, of which the newest wraps from now on. */
    public Keyring withNewestAsPrimary() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        builder.getAt(builder.size() - 1).makePrimary();
        return changed(builder);
    }

    private static Keyring changed(KeysetHandle.Builder builder) {
        try {
            return new Keyring(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be changed", e);
        }
    }

    /** Whether a newer key than the primary one waits to be used. */
    public boolean hasNewerThanPrimary() {
        return keys.getAt(keys.size() - 1).getId() != primary();
    }

    /** The id of the key that wraps. */
    public int primary() {
        return keys.getPrimary().getId();
    }

    /** The ids of all keys, the oldest first. */
    public Set<Integer> ids() {
        Set<Integer> ids = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            ids.add(keys.getAt(i).getId());
        }
        return ids;
    }

    public byte[] wrap(byte[] key) {
        try {
            return cipher.encrypt(key, NO_ASSOCIATED_DATA);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped", e);
        }
    }

    /** @throws GeneralSecurityException where none of these keys has wrapped it, or it was changed */
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, NO_ASSOCIATED_DATA);
    }

    /** Which key has wrapped it: bytes 1 to 4. */
    public static int idOf(byte[] wrapped) {
        return ByteBuffer.wrap(wrapped).getInt(1);
    }

    /** How an id is shown: eight hexadecimal digits. */
    public static String shown(int id) {
        return "%08x".formatted(id);
    }

    @Override
    public String toString() {
        return Personal.HIDDEN;
    }
}
