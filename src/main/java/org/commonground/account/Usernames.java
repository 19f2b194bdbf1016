package org.commonground.account;

import java.util.Locale;

/** Usernames are compared without regard to case or to spaces around them. */
final class Usernames {

    private Usernames() {}

    /** Null stays null. */
    static String normal(String username) {
        return username == null ? null : username.strip().toLowerCase(Locale.ROOT);
    }
}
