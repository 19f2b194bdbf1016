package org.commonground.platform.personal;

import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import org.commonground.platform.CannotStart;

/**
 * The keyring of a running application. It looks again into its file when that was replaced, so that keys can be
 * rotated while people work.
 */
public final class LiveKeyring {

    private final KeyringFile file;
    private volatile Loaded loaded;

    private record Loaded(Keyring keys, Object mark) {}

    /** @throws CannotStart where the file cannot be read, or holds something else */
    public LiveKeyring(KeyringFile file) {
        this.file = file;
        this.loaded = load();
    }

    private Loaded load() {
        // the mark first: who replaces the file in between is noticed the next time
        Object mark = file.mark();
        return new Loaded(file.read(), mark);
    }

    byte[] wrap(byte[] key) {
        return newest().wrap(key);
    }

    byte[] unwrap(byte[] wrapped) {
        try {
            int id = Keyring.idOf(wrapped);
            Keyring keys = loaded.keys().ids().contains(id) ? loaded.keys() : newest();
            return keys.unwrap(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "no key in %s opens what key %s has wrapped".formatted(file, Keyring.shown(Keyring.idOf(wrapped))),
                    e);
        }
    }

    private Keyring newest() {
        try {
            if (!file.mark().equals(loaded.mark())) {
                loaded = load();
            }
        } catch (UncheckedIOException | CannotStart away) {
            // somebody moves it about: the keys that we have are still right
            return loaded.keys();
        }
        return loaded.keys();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
