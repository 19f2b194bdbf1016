package org.commonground.platform.personal;

import java.security.GeneralSecurityException;
import java.util.List;
import org.commonground.platform.CannotStart;
import org.springframework.stereotype.Component;

/**
 * Opens the installation's keys at the start, and refuses one with which somebody could not be read: keys are never
 * made anew while anything is sealed with others.
 */
@Component
public class KeyringAtStart {

    private final SubjectKeyRepository rows;

    KeyringAtStart(SubjectKeyRepository rows) {
        this.rows = rows;
    }

    /**
     * Opens the keys in the file.
     *
     * @param mayMake whether keys are made up where there is no file, and nothing that needs any
     * @throws CannotStart where they are missing, damaged or others than those that the database needs
     */
    public LiveKeyring open(KeyringFile file, boolean mayMake) {
        if (!file.exists()) {
            if (!rows.isEmpty()) {
                throw new CannotStart(
                        "The keys are lost: %s is not there, and nobody in the database can be read".formatted(file)
                                + " without it. Put the file back, from the copy that is kept apart from the database's"
                                + " backups; new keys would open nothing.");
            }
            if (!mayMake) {
                throw new CannotStart("There are no keys yet: make them with java -jar common-ground.jar --make-keys=%s"
                                .formatted(file)
                        + ", and keep a copy apart from the database's backups.");
            }
            file.make(Keyring.make());
        }
        LiveKeyring keys = new LiveKeyring(file);
        refuseOthers(file);
        return keys;
    }

    private void refuseOthers(KeyringFile file) {
        Keyring keys = file.read();
        List<String> missing = rows.wrappedWith().stream()
                .filter(id -> !opens(keys, id))
                .map(id -> "%s (%d people, accounts, groups and others)"
                        .formatted(Keyring.shown(id), rows.countWrappedWith(id)))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotStart("The keys in %s are not those that this database needs: there is none that opens %s."
                            .formatted(file, String.join(", ", missing))
                    + " Put back the file that belongs to this database, from the copy that is kept apart from its"
                    + " backups; nothing was changed.");
        }
    }

    private boolean opens(Keyring keys, int id) {
        try {
            return keys.ids().contains(id) && keys.unwrap(rows.oneWrappedWith(id)).length == SubjectKey.BYTES;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
