package org.commonground.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.DatabaseCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The embedded database, where none is named and its programs are on the class path (they are not in the jar). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EmbeddedPostgres.class)
@Conditional(DatabaseCondition.NotNamed.class)
class EmbeddedDatabaseConfiguration {

    /** Everything that uses the database comes by {@link DatabaseAccess}, so that Spring stops this one last. */
    @Bean
    EmbeddedDatabase embeddedDatabase(DataDirectory data, EmbeddedSettings settings) {
        return EmbeddedDatabase.start(data, settings.postgresPrograms());
    }

    @Bean
    DatabaseAccess embeddedAccess(EmbeddedDatabase database) {
        return database.access();
    }
}
