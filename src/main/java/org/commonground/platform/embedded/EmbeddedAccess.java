package org.commonground.platform.embedded;

import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.DatabaseAccess.Login;

/** The names of the embedded database and its two roles, and where their passwords are kept. */
final class EmbeddedAccess {

    static final String NAME = "commonground";
    static final String OWNER = "cg_owner";
    private static final String APPLICATION = "cg_app";

    private EmbeddedAccess() {}

    static DatabaseAccess of(DataDirectory data, int port) {
        return new DatabaseAccess(
                "jdbc:postgresql://localhost:" + port + "/" + NAME,
                new Login(OWNER, ownerPassword(data)),
                new Login(APPLICATION, data.secret("database-application")));
    }

    static String ownerPassword(DataDirectory data) {
        return data.secret("database-owner");
    }
}
