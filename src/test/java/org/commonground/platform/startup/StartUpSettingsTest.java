package org.commonground.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.commonground.platform.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is asked for before anything starts, with the embedded parts on the class path and without. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpSettingsTest {

    private static final Map<String, String> PRODUCTION = Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/commonground",
            "SPRING_DATASOURCE_PASSWORD", "one",
            "COMMONGROUND_OWNER_PASSWORD", "two",
            "COMMONGROUND_PUBLIC_URL", "https://referrals.example.org",
            "COMMONGROUND_INDEX_SECRET", "three",
            "COMMONGROUND_KEYS_FILE", "/keys/keys.json",
            "SPRING_MAIL_HOST", "mail");

    @Test
    void needsNothingWithTheEmbeddedParts() {
        StandardEnvironment settings = settings(Map.of());

        new StartUpSettings(true, true, true).postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("true");
        assertThat(settings.getProperty("commonground.public-url")).isEqualTo("http://localhost:8080");
    }

    /** They are looked for by the names of classes, which somebody may change. */
    @Test
    void findsTheEmbeddedPartsAndTheDemoWhereTheyAre() {
        StandardEnvironment settings = settings(Map.of());

        new StartUpSettings().postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("true");
        assertThat(settings.getProperty("commonground.sweep.every")).isEqualTo("15s");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> check(Map.of(), false, false))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Common Ground cannot start without SPRING_DATASOURCE_URL (the PostgreSQL to use),"
                        + " SPRING_DATASOURCE_PASSWORD (the application role's password),"
                        + " COMMONGROUND_OWNER_PASSWORD (the password of the role that owns the tables),"
                        + " COMMONGROUND_PUBLIC_URL (where people reach it, such as https://referrals.example.org),"
                        + " COMMONGROUND_INDEX_SECRET (by which people are found, kept apart from the database),"
                        + " COMMONGROUND_KEYS_FILE (the keys that people's values are sealed with, which"
                        + " --make-keys=FILE makes),"
                        + " SPRING_MAIL_HOST (the mail server to send by)"
                        + " and COMMONGROUND_ADMIN_PASSWORD (the first administrator's, needed once).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_URL",
                "SPRING_DATASOURCE_PASSWORD",
                "COMMONGROUND_OWNER_PASSWORD",
                "COMMONGROUND_PUBLIC_URL",
                "COMMONGROUND_INDEX_SECRET",
                "COMMONGROUND_KEYS_FILE",
                "SPRING_MAIL_HOST",
            })
    void needsEachOfThem(String name) {
        Map<String, String> without = new TreeMap<>(PRODUCTION);
        without.put(name, " ");

        assertThatThrownBy(() -> check(without, false, false)).hasMessageContaining("without " + name);
    }

    @Test
    void startsWithAllOfThemAndWithoutTheDemo() {
        StandardEnvironment settings = settings(PRODUCTION);

        new StartUpSettings(false, false, false).postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("false");
    }

    @Test
    void aNamedDatabaseTurnsTheDemoOffEvenWhereTheEmbeddedOneIsThere() {
        StandardEnvironment settings = settings(PRODUCTION);

        new StartUpSettings(true, true, true).postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("false");
    }

    @Test
    void theDemoIsAsSet() {
        StandardEnvironment settings = settings(Map.of("COMMONGROUND_DEMO", "false"));

        new StartUpSettings(true, true, true).postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("false");
    }

    @Test
    void aDemoThatIsNotThereIsRefusedAndNothingElseIsAsked() {
        assertThatThrownBy(() -> check(Map.of("COMMONGROUND_DEMO", "true"), false, false))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The demo is not part of the jar: start it from its sources with mvn spring-boot:run, or"
                        + " take COMMONGROUND_DEMO away.");
    }

    @Test
    void withoutItsSourcesThereIsNoDemo() {
        StandardEnvironment settings = settings(Map.of());

        new StartUpSettings(true, true, false).postProcessEnvironment(settings, null);

        assertThat(settings.getProperty("commonground.demo")).isEqualTo("false");
        assertThat(settings.getProperty("commonground.sweep.every")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"referrals.example.org", "ftp://example.org", "https://example.org/path", "https://", "a b"})
    void refusesAPublicAddressThatNobodyCanReach(String address) {
        assertThatThrownBy(() -> check(Map.of("COMMONGROUND_PUBLIC_URL", address), true, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("COMMONGROUND_PUBLIC_URL");
    }

    @Test
    void aRefusalIsShownWithoutAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--spring.datasource.url=jdbc:postgresql://db/commonground"))
                .isInstanceOf(CannotStart.class);
        assertThat(output)
                .contains("Common Ground cannot start without SPRING_DATASOURCE_PASSWORD")
                .doesNotContain("\tat ");
    }

    @Test
    void aBackupOfANamedDatabaseNeedsTheDatabaseOnly() {
        SpringApplication backup = new SpringApplication(Nothing.class);
        backup.setWebApplicationType(WebApplicationType.NONE);
        StandardEnvironment settings = settings(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/commonground"));

        assertThatThrownBy(() -> new StartUpSettings(false, false, false).postProcessEnvironment(settings, backup))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Common Ground cannot start without SPRING_DATASOURCE_PASSWORD (the application role's"
                        + " password) and COMMONGROUND_OWNER_PASSWORD (the password of the role that owns the"
                        + " tables).");
    }

    private static void check(Map<String, String> surroundings, boolean database, boolean mail) {
        new StartUpSettings(database, mail, database).postProcessEnvironment(settings(surroundings), null);
    }

    private static StandardEnvironment settings(Map<String, String> surroundings) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .forEach(source -> settings.getPropertySources().remove(source.getName()));
        settings.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("surroundings", Map.copyOf(surroundings)));
        settings.getPropertySources().addLast(new MapPropertySource("file", Map.of("server.port", "8080")));
        return settings;
    }

    @Configuration
    static class Nothing {}
}
