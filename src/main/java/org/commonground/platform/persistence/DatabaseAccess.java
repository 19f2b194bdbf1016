package org.commonground.platform.persistence;

/**
 * Where the database is and the two roles that use it: the owner, who makes and changes tables before anything else
 * runs, and the application, which only reads and writes rows.
 *
 * @param url JDBC address without user and password
 */
public record DatabaseAccess(String url, Login owner, Login application) {

    /** A role and its password; the password is never shown. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }
}
