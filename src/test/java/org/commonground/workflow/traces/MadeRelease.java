package org.commonground.workflow.traces;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonground.CommonGround;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.platform.backup.BackupCommand;
import org.commonground.platform.time.MovableClock;
import org.commonground.releases.KeptRelease;
import org.commonground.testing.AsOf;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.testing.TestData;
import org.commonground.workflow.tasks.OpenTask;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What today's code would leave to later releases: its migrations, models and forms, and a dump with referrals in every
 * kind of wait, brought there by answering tasks. It is made in a JVM of its own, on a database of its own: the dump
 * holds everything that is there, and an application that stops takes the engine of its JVM with it.
 */
public final class MadeRelease {

    private static final Duration ENOUGH = Duration.ofMinutes(5);

    private final BeanFactory context;
    private final MovableClock clock;
    private final List<KeptRelease.Task> tasks = new ArrayList<>();

    private MadeRelease(BeanFactory context) {
        this.context = context;
        this.clock = context.getBean(MovableClock.class);
    }

    /** Makes it in a folder that is not there yet. */
    public static KeptRelease in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        File log = folder.resolveSibling(folder.getFileName() + ".log").toFile();
        Process making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MadeRelease.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (!making.waitFor(ENOUGH.toSeconds(), TimeUnit.SECONDS) || making.exitValue() != 0) {
                throw new IllegalStateException("It was not made, see " + log);
            }
        } finally {
            making.destroyForcibly();
        }
        return new KeptRelease(folder);
    }

    /** @param folder where to; it gets its name when it is whole */
    public static void main(String[] folder) throws IOException {
        Path made = Path.of(folder[0]);
        Path draft = made.resolveSibling(made.getFileName() + ".new");
        Path data = TestData.forThisJvm().resolve("release");
        copy(Path.of("src/main/resources/db/migration"), draft.resolve("migrations"));
        copy(Path.of("src/main/java/org/commonground/platform/persistence/migration"), draft.resolve("migrations"));
        copy(Path.of("bpmn"), draft.resolve("bpmn"));
        copy(Path.of("forms"), draft.resolve("forms"));
        try (ConfigurableApplicationContext context = start(data)) {
            MadeRelease release = new MadeRelease(context);
            release.bringReferralsUnderWay();
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(draft.resolve(KeptRelease.TASKS).toFile(), release.tasks);
        }
        BackupCommand.run(
                "--commonground.data-dir=" + data,
                "--commonground.postgres-programs=" + TestData.programs(),
                "--backup=" + draft.resolve(KeptRelease.DUMP));
        Files.copy(data.resolve("secrets/keys.json"), draft.resolve(KeptRelease.KEYS));
        Files.move(draft, made);
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(CommonGround.class)
                .profiles("test")
                .run(
                        "--commonground.data-dir=" + data,
                        "--commonground.postgres-programs=" + TestData.programs(),
                        "--server.port=0",
                        "--logging.level.org.commonground=warn");
    }

    private void bringReferralsUnderWay() {
        Journey followedUp = referred(14).reached().talked();
        followedUp.attend(followedUp.offered(followedUp.group()));
        followedUp.executeJobs();
        Journey missed = referred(14).reached().talked();
        PlacementId notCome = missed.offered(missed.group());
        missed.agree(notCome);
        missed.comeToFirstSession(notCome);
        missed.answer(notCome, "record-first-session", Answered.missed());
        note(missed, notCome.value(), "ask-after-missed", Answered.triesNoMore(), null);

        Journey contact = referred(0);
        note(contact, contact.referral().value(), "make-contact", Said.doesNotWant(), null);
        Journey conversation = referred(0).reached();
        note(conversation, conversation.referral().value(), "hold-conversation", Said.goAhead(), "choose-groups");
        Journey choice = referred(0).reached().talked();
        note(choice, choice.referral().value(), "choose-groups", Answered.noSuitableGroup(), null);

        Journey check = referred(0).reached().talked();
        PlacementId unchecked = check.choose(check.group()).get(0);
        note(check, unchecked.value(), "check-person-side", Answered.unresolvedRisk(), "give-second-opinion");
        Journey opinion = referred(0).reached().talked();
        PlacementId doubted = opinion.choose(opinion.group()).get(0);
        opinion.answer(doubted, "check-person-side", Answered.unresolvedRisk());
        note(opinion, doubted.value(), "give-second-opinion", Answered.opinion(Verdict.GO_AHEAD), "answer-offer");

        Journey offer = referred(0).reached().talked();
        offer.offered(offer.group());
        Journey question = referred(0).reached().talked();
        PlacementId asked = question.offered(question.group());
        question.answer(asked, "answer-offer", Placing.ask("Can she manage four steps?"));
        note(question, asked.value(), "answer-question", Answered.reply("Yes, with a rail"), "answer-offer");
        Journey person = referred(0).reached().talked();
        PlacementId accepted = person.offered(person.group());
        person.answer(accepted, "answer-offer", Placing.yes());
        note(person, accepted.value(), "ask-person", Placing.personSaysNo(), null);
        Journey session = referred(0).reached().talked();
        session.agree(session.offered(session.group()));
        referred(0).raiseConcern();
        referred(0).answer("make-contact", Said.doesNotWant());
    }

    /** Somebody was referred so many days ago. */
    private Journey referred(int daysAgo) {
        clock.moveTo(AsOf.now().minus(Duration.ofDays(daysAgo)));
        return Journey.received(context);
    }

    /** A task for later releases to answer: one that no time takes away. */
    private void note(Journey journey, UUID subject, String key, Record answer, String next) {
        OpenTask task = journey.task(subject, key);
        Actor.SignedIn somebody = journey.whoMay(task);
        tasks.add(new KeptRelease.Task(
                subject,
                key,
                somebody.account().toString(),
                context.getBean(Accounts.class)
                        .find(somebody.account())
                        .orElseThrow()
                        .username(),
                People.PASSWORD,
                Submitted.of(answer),
                next));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
