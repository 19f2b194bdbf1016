package org.commonground.account;

/** A password made for somebody, in the only moment it can be read: we keep its hash alone. */
public record IssuedPassword(AccountId account, String username, String password) {

    /** Shows no password. */
    @Override
    public String toString() {
        return "IssuedPassword[account=" + account + "]";
    }
}
