package org.commonground.platform.startup;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseCondition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Looks at the settings before anything starts: with the embedded database everything has a default and the demo is
 * on; without it, whatever is missing is named at once, in one sentence.
 */
class StartUpSettings implements EnvironmentPostProcessor, Ordered {

    private static final String DATABASE_PROGRAMS = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String MAIL_SERVER = "com.icegreen.greenmail.util.GreenMail";
    private static final String DEMO = "org.commonground.demo.Demo";

    private final boolean hasDatabase;
    private final boolean hasMailServer;
    private final boolean hasDemo;

    StartUpSettings() {
        this(
                ClassUtils.isPresent(DATABASE_PROGRAMS, null),
                ClassUtils.isPresent(MAIL_SERVER, null),
                ClassUtils.isPresent(DEMO, null));
    }

    /** Whether these parts are there: in {@code spring-boot:run} and the tests they are, in the jar not. */
    StartUpSettings(boolean hasDatabase, boolean hasMailServer, boolean hasDemo) {
        this.hasDatabase = hasDatabase;
        this.hasMailServer = hasMailServer;
        this.hasDemo = hasDemo;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        boolean embedded = hasDatabase && !DatabaseCondition.named(settings);
        boolean demo = settings.getProperty("commonground.demo", Boolean.class, embedded && hasDemo);
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("commonground.demo", demo);
        if (demo) {
            // nobody who tries it out waits minutes for a list to move
            defaults.put("commonground.sweep.every", "15s");
        }
        if (embedded) {
            defaults.put("commonground.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
        }
        settings.getPropertySources().addLast(new MapPropertySource("commonground-defaults", defaults));
        if (demo && !hasDemo && servesPeople(application)) {
            throw new CannotStart("The demo is not part of the jar: start it from its sources with mvn spring-boot:run,"
                    + " or take COMMONGROUND_DEMO away.");
        }
        refuseWhatIsMissing(settings, embedded, demo, servesPeople(application));
        refuseUnusablePublicUrl(settings);
    }

    /** A backup or a restore serves nobody: the database is all it needs. */
    private static boolean servesPeople(SpringApplication application) {
        return application == null || application.getWebApplicationType() != WebApplicationType.NONE;
    }

    private void refuseWhatIsMissing(Environment settings, boolean embedded, boolean demo, boolean servesPeople) {
        List<String> missing = new ArrayList<>();
        if (!embedded) {
            require(settings, "spring.datasource.url", "SPRING_DATASOURCE_URL (the PostgreSQL to use)", missing);
            require(
                    settings,
                    "spring.datasource.password",
                    "SPRING_DATASOURCE_PASSWORD (the application role's password)",
                    missing);
            require(
                    settings,
                    "commonground.owner.password",
                    "COMMONGROUND_OWNER_PASSWORD (the password of the role that owns the tables)",
                    missing);
        }
        if (!embedded && servesPeople) {
            require(
                    settings,
                    "commonground.public-url",
                    "COMMONGROUND_PUBLIC_URL (where people reach it, such as https://referrals.example.org)",
                    missing);
            require(
                    settings,
                    "commonground.index-secret",
                    "COMMONGROUND_INDEX_SECRET (by which people are found, kept apart from the database)",
                    missing);
            require(
                    settings,
                    "commonground.keys-file",
                    "COMMONGROUND_KEYS_FILE (the keys that people's values are sealed with, which --make-keys=FILE makes)",
                    missing);
        }
        if (!hasMailServer && servesPeople) {
            require(settings, "spring.mail.host", "SPRING_MAIL_HOST (the mail server to send by)", missing);
        }
        // alone it is no reason: only the database knows whether there is an administrator yet
        if (!missing.isEmpty() && servesPeople && !demo) {
            require(
                    settings,
                    "commonground.admin.password",
                    "COMMONGROUND_ADMIN_PASSWORD (the first administrator's, needed once)",
                    missing);
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("Common Ground cannot start without " + listed(missing) + ".");
        }
    }

    private static void require(Environment settings, String property, String words, List<String> missing) {
        if (!StringUtils.hasText(settings.getProperty(property))) {
            missing.add(words);
        }
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static void refuseUnusablePublicUrl(Environment settings) {
        String url = settings.getProperty("commonground.public-url", "");
        if (!url.isBlank() && !isWebAddress(url)) {
            throw new CannotStart("COMMONGROUND_PUBLIC_URL must be a web address without a path, such as"
                    + " https://referrals.example.org.");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI url = URI.create(text);
            return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && url.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** After the files and the surroundings have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
