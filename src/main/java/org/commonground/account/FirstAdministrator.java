package org.commonground.account;

import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseCondition;
import org.commonground.platform.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator out of a secret, while the application starts and before it serves its first request.
 * Once there is one, the secret is no longer read: changing it changes nobody's password. The demonstration makes an
 * administrator of its own.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String USERNAME = "commonground.admin.username";
    private static final String PASSWORD = "commonground.admin.password";

    private final Accounts accounts;
    private final Environment settings;

    FirstAdministrator(Accounts accounts, Environment settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (thereIsOne()) {
            return;
        }
        String password = settings.getProperty(PASSWORD, "");
        if (!password.isBlank()) {
            make(settings.getProperty(USERNAME, "admin"), password);
        } else if (!demonstration()) {
            throw new CannotStart("There is no administrator yet: set a password for the first one in"
                    + " COMMONGROUND_ADMIN_PASSWORD (12 to 72 characters).");
        }
    }

    private void make(String username, String password) {
        try {
            Account made = accounts.create(
                    NewAccount.of(username, password, "Administrator", null, Role.ADMINISTRATOR), Actor.SYSTEM);
            LOG.info("Made the first administrator, account {}", made.id());
        } catch (Refusal refused) {
            // another node may have made it a moment ago
            if (!thereIsOne()) {
                throw new CannotStart("The first administrator cannot be made from COMMONGROUND_ADMIN_USERNAME and"
                        + " COMMONGROUND_ADMIN_PASSWORD: "
                        + String.join("; ", refused.fields().values()) + ".");
            }
        }
    }

    private boolean thereIsOne() {
        return !accounts.withRole(Role.ADMINISTRATOR).isEmpty();
    }

    /** As everywhere: on while the embedded database is used, unless set. */
    private boolean demonstration() {
        return settings.getProperty("commonground.demo", Boolean.class, !DatabaseCondition.named(settings));
    }
}
