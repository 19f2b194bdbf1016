package org.commonground.account;

import org.commonground.platform.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator out of a secret, while the application starts and before it serves its first request.
 * Once there is one, the secret is no longer read: changing it changes nobody's password.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final String username;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            @Value("${commonground.admin.username:admin}") String username,
            @Value("${commonground.admin.password:}") String password) {
        this.accounts = accounts;
        this.username = username;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (password.isBlank() || !accounts.withRole(Role.ADMINISTRATOR).isEmpty()) {
            return;
        }
        try {
            Account made = accounts.create(
                    NewAccount.of(username, password, "Administrator", null, Role.ADMINISTRATOR), Actor.SYSTEM);
            LOG.info("Made the first administrator, account {}", made.id());
        } catch (Refusal refused) {
            boolean madeByAnotherNode = !accounts.withRole(Role.ADMINISTRATOR).isEmpty();
            if (!madeByAnotherNode) {
                throw new IllegalStateException(
                        "The first administrator (commonground.admin.username and .password)" + " cannot be made: "
                                + String.join("; ", refused.fields().values()));
            }
        }
    }
}
