package org.commonground.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.commonground.CommonGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application as somebody starts it who has forgotten the settings. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartUpIT {

    @Test
    void refusesInOneSentenceAndWithoutAStackTrace() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommonGround.class.getName());
        builder.environment().put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/commonground");
        builder.environment().put("COMMONGROUND_OWNER_PASSWORD", "known");
        Process application = builder.redirectErrorStream(true).start();

        String output = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(application.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(application.exitValue()).isEqualTo(1);
        assertThat(output)
                .contains("Common Ground cannot start without SPRING_DATASOURCE_PASSWORD (the application role's"
                        + " password), COMMONGROUND_PUBLIC_URL (where people reach it, such as"
                        + " https://referrals.example.org), COMMONGROUND_INDEX_SECRET (by which people are found, kept"
                        + " apart from the database), COMMONGROUND_KEYS_FILE (the keys that people's values are sealed"
                        + " with, which --make-keys=FILE makes) and COMMONGROUND_ADMIN_PASSWORD (the first administrator's,"
                        + " needed once).")
                .doesNotContain("\tat ");
    }
}
