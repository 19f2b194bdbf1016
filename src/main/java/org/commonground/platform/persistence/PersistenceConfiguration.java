package org.commonground.platform.persistence;

import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Hands out connections to the database, and only to one whose tables are up to date. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnerSettings.class)
class PersistenceConfiguration {

    @Bean
    @Conditional(DatabaseCondition.Named.class)
    DatabaseAccess namedDatabase(DataSourceProperties application, OwnerSettings owner) {
        return new DatabaseAccess(
                application.determineUrl(),
                new Login(owner.username(), owner.password()),
                new Login(application.determineUsername(), application.determinePassword()));
    }

    /**
     * What the connection pool is made from. It cannot be had before the migration is through, so that nobody who
     * needs a connection, the engine first of all, ever meets old tables or makes its own.
     */
    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseAccess access) {
        Migration.run(access);
        return new ApplicationConnection(PostgresUrl.complete(access.url()), access.application());
    }

    private record ApplicationConnection(String url, Login login) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
