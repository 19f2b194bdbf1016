package org.commonground.platform.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The role that owns schemas and tables ({@code commonground.owner}); used at start only, by the migration.
 *
 * @param username a role that may create schemas in the database, and either roles, or the application's role exists
 * @param password its password; needed unless the embedded database is used
 */
@ConfigurationProperties("commonground.owner")
record OwnerSettings(
        @DefaultValue("cg_owner") String username,
        @DefaultValue("") String password) {}
