package org.commonground.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.embedded.EmbeddedDatabase;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.releases.KeptRelease;
import org.commonground.testing.People;
import org.commonground.testing.TestData;
import org.commonground.testing.Visitor;
import org.commonground.workflow.traces.MadeRelease;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each release that was kept is restored by today's jar and upgraded: what it held is there, its jobs run, and tasks of
 * its models are answered as its own forms did. So is what today's code leaves, made here and now: the next release can
 * be kept.
 */
class UpgradeIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Tables that hold the same after the upgrade as before; the engine's are those of open work. */
    private static final List<String> KEPT =
            List.of("app.referral", "app.account", "app.placement", "app.event", "engine.act_ru_task");

    @TestFactory
    Stream<DynamicTest> a_kept_release_goes_on_in_this_one() {
        return Stream.concat(
                KeptRelease.all().stream()
                        .map(release -> DynamicTest.dynamicTest(release.version(), () -> restoreAndGoOn(release))),
                Stream.of(DynamicTest.dynamicTest(
                        "today's",
                        () -> restoreAndGoOn(
                                MadeRelease.in(TestData.forThisJvm().resolve("today"))))));
    }

    private static void restoreAndGoOn(KeptRelease release) throws Exception {
        Path data = Files.createDirectories(TestData.forThisJvm().resolve("upgrade-" + release.version()))
                .toAbsolutePath();
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(
                new DataDirectory(data.resolve("database")), TestData.programs().toAbsolutePath())) {
            DatabaseAccess database = server.access();
            assertThat(RunningJar.run(
                            database, data, "--restore=" + release.dump().toAbsolutePath()))
                    .contains("Restored ");
            assertEverythingIsThere(release, database);
            Map<String, String> settings =
                    RunningJar.settings(database, mails.getSmtp().getPort(), data);
            settings.put(
                    "COMMONGROUND_KEYS_FILE", release.keys().toAbsolutePath().toString());
            try (RunningJar jar =
                    RunningJar.start(settings, data.resolve("jar.log").toFile())) {
                assertThat(release.tasks()).as("tasks that were noted").isNotEmpty();
                for (KeptRelease.Task task : release.tasks()) {
                    answer(task, jar, database);
                }
                withdrawFromOneGroup(jar, database);
                assertJobsRun(database);
            }
        } finally {
            mails.stop();
        }
    }

    private static void assertEverythingIsThere(KeptRelease release, DatabaseAccess database) throws Exception {
        Map<String, Integer> expected = new LinkedHashMap<>();
        try (ZipFile dump = new ZipFile(release.dump().toFile());
                InputStream manifest = dump.getInputStream(dump.getEntry("manifest.json"))) {
            JSON.readTree(manifest)
                    .get("tables")
                    .forEach(table -> expected.put(
                            table.get("table").asText(), table.get("rows").asInt()));
        }
        for (String table : KEPT) {
            assertThat(expected.get(table)).as(table + " in the dump").isPositive();
            assertThat(number(database, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo(expected.get(table));
        }
    }

    private static void answer(KeptRelease.Task task, RunningJar jar, DatabaseAccess database) throws Exception {
        List<String> open = open(database, task.subject(), task.key());
        assertThat(open).as("open tasks " + task.key()).hasSize(1);
        Visitor somebody = new Visitor(jar.port);
        somebody.signIn(task.username(), task.password());

        HttpResponse<String> form = somebody.engine("GET", "task/" + open.get(0) + "/deployed-form", null);
        assertThat(form.body()).as("the form of " + task.key()).contains("\"id\"");
        String claim = JSON.writeValueAsString(Map.of("userId", task.account()));
        assertThat(somebody.engine("POST", "task/" + open.get(0) + "/claim", claim)
                        .statusCode())
                .as("claimed " + task.key())
                .isEqualTo(204);
        HttpResponse<String> answered =
                somebody.engine("POST", "task/" + open.get(0) + "/submit-form", submission(task));

        assertThat(answered.statusCode())
                .as(task.key() + " answered: " + answered.body())
                .isEqualTo(204);
        Awaitility.await("after " + task.key()).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(open(database, task.subject(), task.key())).isEmpty();
            if (task.next() != null) {
                assertThat(open(database, task.subject(), task.next())).hasSize(1);
            }
        });
    }

    /** A placement of its models ends with the consent it rests on, and the link worker chooses again. */
    private static void withdrawFromOneGroup(RunningJar jar, DatabaseAccess database) {
        String placement = query(database, """
                        select process.business_key_
                        from engine.act_ru_task task
                        join engine.act_ru_execution process on process.id_ = task.proc_inst_id_
                        where task.task_def_key_ = 'answer-offer' order by task.create_time_ limit 1""").get(0);
        UUID referral =
                UUID.fromString(query(database, "select referral_id from app.placement where id = '" + placement + "'")
                        .get(0));
        String page = "/referrals/"
                + query(database, "select reference from app.referral where id = '" + referral + "'")
                        .get(0);
        Visitor linkWorker = new Visitor(jar.port);
        linkWorker.signIn(query(database, """
                        select a.username from app.account a
                        join app.account_role r on r.account_id = a.id and r.role = 'link-worker'
                        join app.account_team t on t.account_id = a.id
                        join app.referral f on f.team_id = t.team_id where f.id = '%s'""".formatted(referral)).get(0), People.PASSWORD);
        String group = query(database, "select group_id from app.placement where id = '" + placement + "'")
                .get(0);
        linkWorker.submit(page + "/consents", "answer", group);
        linkWorker.submit(page + "/consents/check");

        assertThat(query(database, "select state from app.placement where id = '" + placement + "'"))
                .containsExactly("ended");
        Awaitility.await("chosen again").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(query(database, """
                            select task.task_def_key_ from engine.act_ru_task task
                            join engine.act_ru_execution process on process.id_ = task.proc_inst_id_
                            where process.business_key_ in ('%s', '%s')""".formatted(placement, referral))).containsExactly("choose-groups");
        });
    }

    /** As a form posts it: lists as JSON. */
    private static String submission(KeptRelease.Task task) throws Exception {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : task.answer().entrySet()) {
            Map<String, Object> value = new LinkedHashMap<>();
            if (field.getValue() instanceof Collection<?> several) {
                value.put("type", "Json");
                value.put("value", JSON.writeValueAsString(several));
            } else {
                value.put("value", field.getValue());
            }
            variables.put(field.getKey(), value);
        }
        return JSON.writeValueAsString(Map.of("variables", variables));
    }

    /** Whatever fell due since the dump was made has been done, and nothing failed. */
    private static void assertJobsRun(DatabaseAccess database) {
        Awaitility.await("jobs that are due")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(number(database, """
                                select count(*) from engine.act_ru_job
                                where duedate_ <= now() at time zone 'UTC' and retries_ > 0 and suspension_state_ = 1""")).isZero());
        assertThat(number(database, "select count(*) from engine.act_ru_incident"))
                .as("incidents")
                .isZero();
        assertThat(number(database, "select count(*) from engine.act_ru_job where exception_msg_ is not null"))
                .as("failed jobs")
                .isZero();
    }

    private static List<String> open(DatabaseAccess database, UUID subject, String key) {
        return query(database, """
                select task.id_
                from engine.act_ru_task task
                join engine.act_ru_execution process on process.id_ = task.proc_inst_id_
                where process.business_key_ = '%s' and task.task_def_key_ = '%s'""".formatted(subject, key));
    }

    private static int number(DatabaseAccess database, String query) {
        return Integer.parseInt(query(database, query).get(0));
    }

    private static List<String> query(DatabaseAccess database, String query) {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.application().username(),
                        database.application().password());
                PreparedStatement sql = connection.prepareStatement(query);
                ResultSet rows = sql.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
