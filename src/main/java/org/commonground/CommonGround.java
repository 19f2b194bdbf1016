package org.commonground;

import java.util.TimeZone;
import org.commonground.platform.backup.BackupCommand;
import org.commonground.platform.keys.KeysCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Common Ground: the processes, the people's tasks and the pages, on one PostgreSQL; or runs one of its commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommonGround {

    public static void main(String[] args) {
        // the engine keeps times without a zone: every node has to mean the same by them
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (BackupCommand.isAskedFor(args)) {
            BackupCommand.run(args);
        } else if (KeysCommand.isAskedFor(args)) {
            KeysCommand.run(args);
        } else {
            SpringApplication.run(CommonGround.class, args);
        }
    }
}
