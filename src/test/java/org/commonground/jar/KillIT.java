package org.commonground.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.commonground.demo.WholeDemo;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.embedded.EmbeddedDatabase;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.personal.KeyringFile;
import org.commonground.platform.time.InWords;
import org.commonground.privacy.PlainText;
import org.commonground.testing.TestData;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * On the demo's neighbourhood, which its own sources have made, the jar is killed in the middle of fifty referrals. The practice sends again whatever was not answered; then every
 * referral is there once, with one task to begin with, and every mail has gone out, the one in flight perhaps twice
 * under the same Message-ID. The machine is in another zone, and no time has moved. When all of it is stopped, nobody who
 * is in the database can be read in its files or in a log.
 */
class KillIT {

    private static final int REFERRALS = 50;
    private static final int ANSWERED_BEFORE_THE_KILL = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void nothing_is_lost_and_nothing_is_done_twice() throws Exception {
        Path data =
                Files.createDirectories(TestData.forThisJvm().resolve("kill")).toAbsolutePath();
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        PlainText people;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(
                new DataDirectory(data.resolve("database")), TestData.programs().toAbsolutePath())) {
            int smtp = mails.getSmtp().getPort();
            Map<String, String> answeredBefore = new ConcurrentHashMap<>();
            // the demo is not in the jar: whoever has just made it is killed, and the jar goes on
            Instant began = Instant.now();
            RunningJar first = RunningJar.withDemo(database.access(), smtp, data);
            new WholeDemo(database.access(), began, Instant.now()).isThere();
            String key = password(data, "practice-Z99901");
            ExecutorService practice = Executors.newFixedThreadPool(4);
            numbers().forEach(number -> practice.submit(() -> send(first.port, key, number, answeredBefore)));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> answeredBefore.size() >= ANSWERED_BEFORE_THE_KILL);
            first.kill();
            practice.shutdownNow();
            assertThat(practice.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(answeredBefore).as("killed in the middle").hasSizeLessThan(REFERRALS);

            Map<String, String> settings = RunningJar.settings(database.access(), smtp, data);
            settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "5000");
            try (RunningJar second =
                    RunningJar.start(settings, data.resolve("jar.log").toFile())) {
                Map<String, String> answered = new HashMap<>();
                for (String number : numbers()) {
                    send(second.port, key, number, answered);
                }
                assertThat(answered).hasSize(REFERRALS).containsAllEntriesOf(answeredBefore);
                for (String reference : answered.values()) {
                    assertThat(firstTasks(database.access(), reference))
                            .as("open first tasks of " + reference)
                            .isEqualTo(1);
                }
                assertEveryMailWentOut(mails, answered);
                assertTimesAreRight(database.access(), second, password(data, "robin"), answered.get("KILL-1"));
                people = PlainText.sealedIn(database.access(), new KeyringFile(RunningJar.keys()).read())
                        .andOfTheDemo();
                assertThat(people.inTables(database.access()))
                        .as("of people, in plain, in tables")
                        .isEmpty();
                assertThatPeopleAreToldWhenTheDatabaseIsGone(database, second, password(data, "robin"));
            }
            assertThat(people.size()).as("what is looked for").isGreaterThan(1_000);
            assertThat(people.inFiles(data))
                    .as("of people, in plain, in the files of the stopped server and in the logs")
                    .isEmpty();
        } finally {
            mails.stop();
        }
    }

    private static void assertEveryMailWentOut(GreenMail mails, Map<String, String> answered) {
        Awaitility.await("a mail about each referral")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(
                        () -> assertThat(messageIds(mails, answered).keySet()).containsAll(answered.values()));
        Map<String, List<String>> byReference = messageIds(mails, answered);
        assertThat(byReference.values())
                .as("one Message-ID for each referral")
                .allSatisfy(ids -> assertThat(ids.stream().distinct()).hasSize(1));
        int all = byReference.values().stream().mapToInt(List::size).sum();
        assertThat(all).as("mails, of which at most the one in flight repeated").isBetween(REFERRALS, REFERRALS + 1);
    }

    /** The Message-IDs of the mails that name each reference. */
    private static Map<String, List<String>> messageIds(GreenMail mails, Map<String, String> answered) {
        return Arrays.stream(mails.getReceivedMessages())
                .flatMap(mail -> answered.values().stream()
                        .filter(reference -> names(mail, reference))
                        .map(reference -> Map.entry(reference, id(mail))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static boolean names(MimeMessage mail, String reference) {
        try {
            return mail.getSubject().contains(reference);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, REFERRALS).mapToObj(i -> "KILL-" + i).toList();
    }

    /** Sends one referral and notes its reference; an answer that does not come is not noted. */
    private void send(int port, String key, String number, Map<String, String> answered) {
        try (InputStream example = KillIT.class.getResourceAsStream("/openapi/referral-routine.json")) {
            ObjectNode message = (ObjectNode) json.readTree(example);
            message.put("ownNumber", number);
            // a person each: nobody is to be looked at as somebody else
            ObjectNode person = (ObjectNode) message.get("person");
            person.put("familyName", "Exampleton " + number.replaceAll("[^0-9]", ""));
            person.put("nhsNumberMissing", "not-known").remove("nhsNumber");
            String login = Base64.getEncoder().encodeToString(("Z99901:" + key).getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/referrals"))
                    .header("Authorization", "Basic " + login)
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .POST(BodyPublishers.ofString(message.toString()))
                    .build();
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isIn(200, 201);
            answered.put(number, json.readTree(response.body()).get("reference").asText());
        } catch (IOException unanswered) {
            // the practice does not know whether it arrived, and sends it again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String password(Path data, String name) throws IOException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("demo/passwords.properties"))) {
            passwords.load(reader);
        }
        return passwords.getProperty(name);
    }

    /** The jar runs in New York's zone: the engine's times, which have none, are in UTC, and people read London's. */
    private static void assertThatPeopleAreToldWhenTheDatabaseIsGone(
            EmbeddedDatabase database, RunningJar jar, String password) throws Exception {
        Visitor robin = new Visitor(jar.port);
        robin.signIn("robin", password);
        assertThat(robin.open("/referrals").statusCode()).isEqualTo(200);
        database.close();

        HttpResponse<String> page = robin.open("/referrals");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("This did not work", "Try again in a few minutes", "Robin Example");
    }

    private static void assertTimesAreRight(DatabaseAccess database, RunningJar jar, String password, String reference)
            throws Exception {
        try (Connection connection = connect(database);
                PreparedStatement sql = connection.prepareStatement("""
                        select referral.received_at,
                               abs(extract(epoch from
                                   task.create_time_ - (referral.received_at at time zone 'UTC'))) as seconds
                        from act_ru_task task
                        join act_ru_execution process on process.id_ = task.proc_inst_id_
                        join referral on referral.id::text = process.business_key_
                        where referral.reference = ?""")) {
            sql.setString(1, reference);
            try (ResultSet row = sql.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("seconds"))
                        .as("seconds from the referral to its first task")
                        .isLessThan(600);
                Visitor robin = new Visitor(jar.port);
                robin.signIn("robin", password);
                assertThat(robin.open("/referrals/" + reference).body())
                        .contains(InWords.stamp(row.getTimestamp("received_at").toInstant()));
            }
        }
    }

    private static Connection connect(DatabaseAccess database) throws Exception {
        return DriverManager.getConnection(
                database.url(),
                database.application().username(),
                database.application().password());
    }

    /** How many tasks to reach the person are open in the referral's processes: one, or something went wrong. */
    private static int firstTasks(DatabaseAccess database, String reference) throws Exception {
        try (Connection connection = connect(database);
                PreparedStatement sql = connection.prepareStatement("""
                        select count(*)
                        from act_ru_task task
                        join act_ru_execution process on process.id_ = task.proc_inst_id_
                        join referral on referral.id::text = process.business_key_
                        where task.task_def_key_ = 'make-contact' and referral.reference = ?""")) {
            sql.setString(1, reference);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
