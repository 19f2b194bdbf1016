package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.platform.backup.BackupCommand;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.MovableClock;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.releases.KeptRelease;
import org.commonground.testing.AsOf;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Keeps what a release leaves to those after it, in {@code src/test/releases}: its migrations, models and forms, and a
 * dump with referrals in every kind of wait, brought there by answering tasks. It runs by itself, when a release is
 * tagged: {@code mvn test -Dtest=KeepRelease -Drelease=0.1.0}.
 */
@CommonGroundTest
@EnabledIfSystemProperty(named = "release", matches = "\\d+\\.\\d+\\.\\d+.*", disabledReason = "no release is tagged")
class KeepRelease {

    /** Numbers of the range kept for tests, one for each referral. */
    private static final List<String> NHS_NUMBERS = List.of(
            "999 000 0018",
            "999 000 0026",
            "999 000 0034",
            "999 000 0042",
            "999 000 0050",
            "999 000 0069",
            "999 000 0077",
            "999 000 0085",
            "999 000 0093",
            "999 000 0107",
            "999 000 0115");

    @Autowired
    BeanFactory context;

    @Autowired
    MovableClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    DataDirectory data;

    private final List<KeptRelease.Task> tasks = new ArrayList<>();
    private int referred;

    @Test
    void keep() throws IOException {
        Path kept = KeptRelease.ROOT.resolve(System.getProperty("release"));
        assertThat(kept).as("a release is kept once").doesNotExist();
        bringReferralsUnderWay();

        // made aside and moved into place when it is whole
        Path folder = data.directory("release");
        copy(Path.of("src/main/resources/db/migration"), folder.resolve("migrations"));
        copy(Path.of("src/main/java/org/commonground/platform/persistence/migration"), folder.resolve("migrations"));
        copy(Path.of("bpmn"), folder.resolve("bpmn"));
        copy(Path.of("forms"), folder.resolve("forms"));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve(KeptRelease.TASKS).toFile(), tasks);
        BackupCommand.run("--commonground.data-dir=" + data, "--backup=" + folder.resolve(KeptRelease.DUMP));
        Files.createDirectories(KeptRelease.ROOT);
        Files.move(folder, kept);
    }

    private void bringReferralsUnderWay() {
        clock.move(Duration.ofDays(-14));
        Journey followedUp = next();
        followedUp.reached().talked().attend(followedUp.offered(followedUp.group()));
        followedUp.executeJobs();
        clock.moveTo(AsOf.now());

        Journey contact = next();
        note(contact, contact.referral().value(), "make-contact", Said.doesNotWant(), null);
        Journey conversation = next().reached();
        note(conversation, conversation.referral().value(), "hold-conversation", Said.goAhead(), "choose-groups");
        Journey choice = next().reached().talked();
        note(choice, choice.referral().value(), "choose-groups", Answered.noSuitableGroup(), null);

        Journey check = next().reached().talked();
        PlacementId unchecked = check.choose(check.group()).get(0);
        note(check, unchecked.value(), "check-person-side", Answered.unresolvedRisk(), "give-second-opinion");
        Journey opinion = next().reached().talked();
        PlacementId doubted = opinion.choose(opinion.group()).get(0);
        opinion.answer(doubted, "check-person-side", Answered.unresolvedRisk());
        note(opinion, doubted.value(), "give-second-opinion", Answered.opinion(Verdict.GO_AHEAD), "answer-offer");

        Journey offer = next().reached().talked();
        offer.offered(offer.group());
        Journey person = next().reached().talked();
        PlacementId accepted = person.offered(person.group());
        person.answer(accepted, "answer-offer", Placing.yes());
        Journey session = next().reached().talked();
        session.agree(session.offered(session.group()));
        next().raiseConcern();
        next().answer("make-contact", Said.doesNotWant());
    }

    /** Somebody else has just been referred. */
    private Journey next() {
        ReferralMessage.Who somebody = Invented.referral().message().person();
        String number = NHS_NUMBERS.get(referred++);
        return Journey.received(
                context,
                Invented.referral()
                        .person(new ReferralMessage.Who(
                                new NhsNumber(number),
                                null,
                                somebody.givenName(),
                                new PersonName("Testerton-" + referred),
                                null,
                                somebody.dateOfBirth(),
                                somebody.gender(),
                                somebody.ethnicity(),
                                somebody.address(),
                                somebody.phone(),
                                somebody.otherPhone(),
                                somebody.mail(),
                                somebody.language(),
                                somebody.interpreter())));
    }

    /** A task for later releases to answer: one that no time takes away. */
    private void note(Journey journey, UUID subject, String key, Record answer, String next) {
        OpenTask task = journey.task(subject, key);
        Actor.SignedIn somebody = journey.whoMay(task);
        tasks.add(new KeptRelease.Task(
                subject,
                key,
                somebody.account().toString(),
                accounts.find(somebody.account()).orElseThrow().username(),
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
