package org.commonground.account;

import java.util.Locale;

/** Usernames are compared without regard to case or to spaces around them. */
public final class Usernames {

    private Usernames() {}

    /** Null stays null. */
    public static String normal(String username) {
        return username == null ? null : username.strip().toLowerCase(Locale.ROOT);
    }
}
