package org.commonground.platform.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded parts ({@code commonground}).
 *
 * @param dataDir where the embedded database and mail server keep everything, and the demo its passwords
 * @param postgresPrograms where PostgreSQL's programs are unpacked; a directory below the data directory unless set
 * @param mailPort the port of the embedded mail server on the loopback interface; 0 for any that is free
 */
@ConfigurationProperties("commonground")
record EmbeddedSettings(
        @DefaultValue("data") Path dataDir,
        Path postgresPrograms,
        @DefaultValue("0") int mailPort) {

    EmbeddedSettings {
        postgresPrograms = postgresPrograms == null ? dataDir.resolve("postgres-programs") : postgresPrograms;
    }
}
