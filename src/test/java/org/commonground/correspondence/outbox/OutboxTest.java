package org.commonground.correspondence.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.channel.Courier;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.Message.Appointment;
import org.commonground.correspondence.words.Templates;
import org.commonground.person.Safety;
import org.commonground.platform.CannotStart;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;

/** Mail is decided once, sent once as far as SMTP allows, and never lost in silence. */
@CommonGroundTest
class OutboxTest {

    private static OutboxBench bench;

    @BeforeAll
    static void start(@Autowired DatabaseAccess access) {
        bench = new OutboxBench(access);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void clear() throws FolderException {
        bench.clear();
    }

    @Test
    void tellsEachRecipientOnceHoweverOftenItIsPosted() {
        bench.words.recipients = List.of(Ids.next(), Ids.next());
        UUID subject = Ids.next();
        UUID occasion = Ids.next();

        bench.post(subject, occasion);
        assertThat(bench.post(subject, occasion)).hasSize(2);
        assertThat(bench.post(subject, Ids.next())).hasSize(2);

        assertThat(bench.outbox().sendDue()).isEqualTo(4);
        assertThat(bench.outbox().sendDue()).isZero();
        assertThat(bench.caught())
                .extracting(OutboxBench::messageId)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void neitherPostsNorSendsAnythingToWhoeverDied() {
        UUID person = Ids.next();
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(person);
        MessageId posted = bench.post().get(0);
        ClaimedMail claimed = bench.bean(MessageRepository.class)
                .claim(
                        Ids.next(),
                        bench.clock().instant(),
                        bench.clock().instant().plus(OutboxBench.CLAIM))
                .orElseThrow();
        bench.dead.add(person);

        assertThat(bench.bean(SendAttempts.class).of(claimed))
                .as("claimed before, and died since")
                .isEqualTo(new Delivery.Dropped());
        assertThat(bench.post()).isEmpty();
        assertThat(bench.caught()).isEmpty();
        assertThat(bench.outbox().find(posted).state()).isEqualTo(MessageState.CLAIMED);
    }

    @Test
    void holdsWhatIsMeantForAPersonWhoMayHaveDiedUntilThatIsSettled() {
        UUID person = Ids.next();
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(person);
        MessageId posted = bench.post().get(0);
        bench.doubted.add(person);

        bench.outbox().sendDue();
        assertThat(bench.caught()).isEmpty();
        assertThat(bench.outbox().find(posted).state()).isEqualTo(MessageState.WAITING);
        assertThat(bench.outbox().find(posted).attempts()).isZero();

        bench.doubted.clear();
        bench.clock().move(Duration.ofMinutes(2));
        bench.outbox().sendDue();
        assertThat(bench.outbox().find(posted).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void goesNoOtherWayToAPersonWhoMayHaveDied() {
        UUID person = Ids.next();
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(person);
        bench.ways.put(person, OutboxBench.ways(false, Safety.SAFE, Safety.SAFE, Safety.SAFE));
        bench.post();
        ClaimedMail claimed = claim();

        bench.doubted.add(person);
        assertThat(bench.bean(SendAttempts.class).of(claimed)).isEqualTo(new Delivery.Held());
        bench.doubted.clear();
        assertThat(bench.bean(SendAttempts.class).of(claimed)).isEqualTo(new Delivery.AnotherWay(Channel.LETTER));
    }

    @Test
    void dropsWhatIsMeantForAPersonWhoseReferralIsStopped() {
        UUID person = Ids.next();
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(person);
        MessageId waiting = bench.post().get(0);
        ClaimedMail claimed = claim();
        bench.inTransaction(() -> bench.outbox().cease(person));

        assertThat(bench.outbox().find(waiting).state()).isEqualTo(MessageState.DROPPED);
        assertThat(bench.heard).hasExactlyElementsOfTypes(MessageCeased.class);
        assertThat(bench.bean(SendAttempts.class).of(claimed)).isEqualTo(new Delivery.Dropped());
        assertThat(bench.caught()).isEmpty();
    }

    private ClaimedMail claim() {
        return bench.bean(MessageRepository.class)
                .claim(
                        Ids.next(),
                        bench.clock().instant(),
                        bench.clock().instant().plus(OutboxBench.CLAIM))
                .orElseThrow();
    }

    @Test
    void isDecidedWithWhatCausesIt() {
        assertThatThrownBy(() -> bench.outbox().post(MessageKind.RECEIVED, Ids.next(), Ids.next()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> bench.inTransaction(() -> {
                    bench.outbox().post(MessageKind.RECEIVED, Ids.next(), Ids.next());
                    throw new IllegalArgumentException("the step fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bench.outbox().sendDue()).isZero();
        assertThat(bench.caught()).isEmpty();
    }

    @Test
    void whatWasSentStaysSentWhateverItsCallerDoesAfterwards() {
        MessageId id = bench.post().get(0);

        assertThatThrownBy(() -> bench.inTransaction(() -> {
                    bench.outbox().sendDue();
                    throw new IllegalArgumentException("the caller fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void keepsNoTextAndNoAddress() {
        bench.post();
        bench.outbox().sendDue();

        assertThat(bench.jdbc()
                        .sql("select message::text from message")
                        .query(String.class)
                        .single())
                .contains("sent")
                .doesNotContain("practice@", "CG-7F3K-2Q");
    }

    @Test
    void comesPlainAndAsHtmlUnderOneId() throws Exception {
        MessageId id = bench.post().get(0);
        bench.outbox().sendDue();

        MimeMessage message = bench.caught().get(0);
        assertThat(message.getMessageID()).isEqualTo("<" + id + "@localhost>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getFrom())
                .extracting(Object::toString)
                .containsExactly("Common Ground <no-reply@localhost>");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("practice@example.org");
        assertThat(message.getContentType()).startsWith("multipart/");
        assertThat(GreenMailUtil.getBody(message)).contains("text/plain", "text/html", "CG-7F3K-2Q");
        assertThat(bench.outbox().find(id)).extracting("state", "status").containsExactly(MessageState.SENT, "250");
    }

    @Test
    void repeatsWithTheSameIdAfterDyingBetweenSendingAndRecording() {
        MessageId id = bench.post().get(0);
        Instant now = bench.clock().instant();
        ClaimedMail killed = claim(now);
        bench.bean(Courier.class)
                .deliver(killed, bench.words.compose(null, null, null).orElseThrow());

        assertThat(bench.outbox().sendDue()).as("while the claim holds").isZero();
        bench.clock().move(OutboxBench.CLAIM);
        assertThat(bench.outbox().sendDue()).as("when it has expired").isEqualTo(1);

        assertThat(bench.caught()).hasSize(2);
        assertThat(bench.caught()).extracting(OutboxBench::messageId).containsOnly("<" + id + "@localhost>");
        assertThat(bench.bean(MessageRepository.class).settle(killed, MessageState.FAILED, Tried.FAILED, "late", now))
                .as("a node that wakes up late changes nothing")
                .isFalse();
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void finishesTheMailUnderWayWhenTheNodeShutsDownAndSendsTheRestAfterTheNextStart() {
        bench.words.recipients = Stream.generate(Ids::next).limit(3).toList();
        List<MessageId> mails = bench.post();
        GenericApplicationContext node = new GenericApplicationContext();
        node.refresh();
        bench.words.mail = () -> {
            node.close();
            return Optional.of(OutboxBench.Words.to("practice@example.org", Optional.empty()));
        };

        assertThat(bench.senderOf(node).sendDue()).isEqualTo(1);
        assertThat(mails)
                .map(bench.outbox()::find)
                .map(mail -> mail.state() + " after " + mail.attempts())
                .containsExactlyInAnyOrder("SENT after 1", "WAITING after 0", "WAITING after 0");

        assertThat(bench.outbox().sendDue()).as("after the next start").isEqualTo(2);
        assertThat(bench.caught())
                .extracting(OutboxBench::messageId)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void severalSendersShareTheWork() throws Exception {
        bench.words.recipients = Stream.generate(Ids::next).limit(40).toList();
        bench.post();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> sent = IntStream.range(0, 4)
                    .mapToObj(node -> nodes.submit(() -> bench.outbox().sendDue()))
                    .toList();
            int total = 0;
            for (Future<Integer> each : sent) {
                total += each.get();
            }
            assertThat(total).isEqualTo(40);
        } finally {
            nodes.shutdown();
        }
        assertThat(bench.caught())
                .extracting(OutboxBench::messageId)
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    void dropsWhatMayNoLongerBeSent() {
        MessageId id = bench.post().get(0);
        bench.words.mail = Optional::empty;

        assertThat(bench.outbox().sendDue()).isZero();

        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.DROPPED);
        assertThat(bench.caught()).isEmpty();
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void keepsBackWhatThePersonGetsWhileTheirReferralIsPaused() {
        UUID referral = appointmentOfPaused();
        MessageId id = bench.post().get(0);
        for (int look = 0; look < 2 * OutboxBench.PAUSES.size(); look++) {
            assertThat(bench.outbox().sendDue()).isZero();
            bench.clock().move(Duration.ofMinutes(1));
        }
        assertThat(bench.outbox().find(id))
                .as("however long it lasts")
                .extracting("state", "attempts", "status")
                .containsExactly(MessageState.WAITING, 0, "paused");
        assertThat(bench.bean(MessageRepository.class).backlog().waiting())
                .as("it is no backlog")
                .isZero();

        bench.paused.remove(referral);
        assertThat(bench.outbox().sendDue()).isEqualTo(1);
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.SENT);
    }

    /** A pause is no reason to keep what is not true any more; whoever works with the person hears of it. */
    @Test
    void dropsDuringAPauseWhatMayNotBeSentAnyMoreAndTellsTheStory() {
        UUID referral = appointmentOfPaused();
        MessageId id = bench.post().get(0);
        bench.words.mail = Optional::empty;

        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.DROPPED);
        assertThat(bench.heard).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(MessageDropped.class);
            assertThat(event.referral()).isEqualTo(referral);
            assertThat(event.reason()).isEqualTo("conversation-appointment");
        });
    }

    @Test
    void goesNotBeforeItsTimeAndNotAfterIt() {
        Instant now = bench.clock().instant();
        bench.words.window = new Window(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(3)));
        MessageId early = bench.post().get(0);
        assertThat(bench.outbox().sendDue()).isZero();
        bench.clock().move(Duration.ofHours(1));
        assertThat(bench.outbox().sendDue()).isEqualTo(1);
        assertThat(bench.outbox().find(early).state()).isEqualTo(MessageState.SENT);

        MessageId late = bench.post().get(0);
        bench.clock().move(Duration.ofHours(2));
        assertThat(bench.outbox().sendDue()).isZero();
        assertThat(bench.outbox().find(late))
                .extracting("state", "status")
                .containsExactly(MessageState.DROPPED, "too-late");
    }

    /** What waits says what is true when it goes: of an appointment that was moved, the new day. */
    @Test
    void endsWithWhatTookItsPlace() {
        Instant now = bench.clock().instant().truncatedTo(ChronoUnit.MICROS);
        UUID subject = Ids.next();
        bench.words.window = Window.until(now.plus(Duration.ofDays(9)));
        MessageId former = bench.post(subject, Ids.next()).get(0);
        MessageId other = bench.post().get(0);
        bench.words.window = Window.until(now.plus(Duration.ofDays(2)));
        bench.post(subject, Ids.next());

        assertThat(bench.outbox().find(former).window()).isEqualTo(bench.words.window);
        assertThat(bench.outbox().find(other).window().notAfter()).isEqualTo(now.plus(Duration.ofDays(9)));
    }

    @Test
    void eachTryIsADeliveryAndWhatWasNotTriedIsNone() throws Exception {
        MessageId id = bench.post().get(0);
        bench.smtp.setPort(silentPort());
        bench.outbox().sendDue();
        assertThat(deliveries(id)).as("nobody answered").isEmpty();
        bench.clock().move(Duration.ofMinutes(1));
        try (StubbornServer server = new StubbornServer("451 4.7.1 come back later")) {
            bench.smtp.setPort(server.port());
            bench.outbox().sendDue();
        }
        bench.clock().move(OutboxBench.PAUSES.get(0));
        try (StubbornServer server = new StubbornServer("550 5.1.1 no such mailbox")) {
            bench.smtp.setPort(server.port());
            bench.outbox().sendDue();
        }
        bench.outbox().sendAgain(id, Actor.SYSTEM);
        bench.smtp.setPort(bench.server.getSmtp().getPort());
        bench.outbox().sendDue();

        assertThat(deliveries(id)).containsExactly("email not-now 451", "email failed 550", "email done 250");
    }

    private static List<String> deliveries(MessageId id) {
        return bench.jdbc().sql("""
                        select concat_ws(' ', channel, outcome, status, signed_by) from delivery where message_id = ?
                        order by at, id""").param(id.value()).query(String.class).list();
    }

    /** To a person who agreed to no mails: what they may be told by else, and what somebody could not do. */
    @Test
    void takesOneWayAfterTheOtherAndThenSomebodyHears() {
        UUID person = Ids.next();
        bench.ways.put(person, OutboxBench.ways(false, Safety.SAFE, Safety.SAFE, Safety.UNKNOWN));
        MessageId id = toldByHand(person, Channel.LETTER);
        Messages messages = bench.bean(Messages.class);

        assertThat(messages.post(id, new PostLetter(Told.COULD_NOT), Actor.SYSTEM))
                .isEqualTo(Telling.CALL);
        assertThat(bench.outbox().find(id).channel()).isEqualTo(Channel.CALL);
        assertThat(messages.call(id, new CallPerson(Told.COULD_NOT), Actor.SYSTEM))
                .isEqualTo(Telling.NO_WAY);

        String system = Actor.SYSTEM.signature().text();
        assertThat(deliveries(id)).containsExactly("letter failed " + system, "call failed " + system);
        assertThat(bench.outbox().find(id))
                .extracting("state", "status")
                .containsExactly(MessageState.DROPPED, "no-other-way");
        assertThat(bench.heard).hasExactlyElementsOfTypes(MessageTakesAnotherWay.class, PersonNotTold.class);
    }

    @Test
    void isToldByNoWayWhereNoneIsOpenAndSomebodyHears() {
        UUID person = Ids.next();
        bench.ways.put(person, OutboxBench.ways(false, Safety.SAFE, Safety.UNKNOWN, Safety.UNSAFE));
        MessageId id = toPerson(person);
        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id))
                .extracting("state", "status")
                .containsExactly(MessageState.DROPPED, "no-safe-way");
        assertThat(bench.heard).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(PersonNotTold.class);
            assertThat(event.referral()).isEqualTo(person);
            assertThat(event.reason()).isEqualTo("no-safe-way");
        });
    }

    /** The letter or the call somebody has in hand: its address or number is gone, or it was marked unsafe. */
    @Test
    void leavesAWayThatIsNotOpenAnyMore() {
        UUID person = Ids.next();
        bench.ways.put(person, OutboxBench.ways(false, Safety.SAFE, Safety.SAFE, Safety.SAFE));
        MessageId id = toldByHand(person, Channel.LETTER);
        bench.inTransaction(() -> bench.outbox().waysChanged(person));
        assertThat(bench.heard).as("it is still open").hasSize(1);

        bench.ways.put(person, OutboxBench.ways(true, Safety.SAFE, Safety.UNSAFE, Safety.SAFE));
        bench.inTransaction(() -> bench.outbox().waysChanged(person));
        assertThat(bench.outbox().find(id).channel()).as("never back to a mail").isEqualTo(Channel.CALL);

        bench.ways.put(person, OutboxBench.ways(true, Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE));
        bench.inTransaction(() -> bench.outbox().waysChanged(person));
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.DROPPED);
        assertThat(bench.heard)
                .hasExactlyElementsOfTypes(
                        MessageTakesAnotherWay.class,
                        WayLost.class,
                        MessageTakesAnotherWay.class,
                        WayLost.class,
                        PersonNotTold.class);
        assertThat(deliveries(id)).as("nobody has tried").isEmpty();
    }

    @Test
    void whatSomethingWaitsForIsAnEventWhenItsMailHasGone() {
        bench.words.kind = MessageKind.NOT_REACHED;
        bench.words.recipients = List.of(Ids.next());
        bench.words.mail = () -> Optional.of(new Message(
                MailAddress.of("sam@example.org"),
                "We would like to hear from you",
                Map.of("words", "Hello", "paragraphs", List.of("Hello")),
                Optional.empty()));
        MessageId id = bench.post().get(0);
        assertThat(bench.outbox().sendDue()).isEqualTo(1);

        assertThat(bench.heard).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(PersonTold.class);
            assertThat(event.subject()).isEqualTo(id.value());
            assertThat(event.reason()).isEqualTo("email");
        });
    }

    private static MessageId toPerson(UUID person) {
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(person);
        return bench.post().get(0);
    }

    private static MessageId toldByHand(UUID person, Channel channel) {
        MessageId id = toPerson(person);
        bench.outbox().sendDue();
        assertThat(bench.outbox().find(id))
                .extracting("state", "channel")
                .containsExactly(MessageState.OTHER_WAY, channel);
        return id;
    }

    private UUID appointmentOfPaused() {
        UUID referral = Ids.next();
        bench.words.kind = MessageKind.CONVERSATION_APPOINTMENT;
        bench.words.recipients = List.of(referral);
        bench.words.mail = () -> Optional.of(appointment(bench.clock().instant().plus(Duration.ofDays(9))));
        bench.paused.add(referral);
        return referral;
    }

    @Test
    void tellsAtOnceWhenTheServerRefusesForGood() throws Exception {
        MessageId id = bench.post().get(0);
        try (StubbornServer server = new StubbornServer("550 5.1.1 no such mailbox")) {
            bench.smtp.setPort(server.port());
            bench.outbox().sendDue();
        }

        assertThat(bench.outbox().find(id)).extracting("state", "status").containsExactly(MessageState.FAILED, "550");
        assertThat(bench.heard).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(MailUndeliverable.class);
            assertThat(event.subject()).isEqualTo(id.value());
            assertThat(event.reason()).isEqualTo("550");
        });
    }

    @Test
    void triesAgainLaterWhenTheServerCannotNow() throws Exception {
        MessageId id = bench.post().get(0);
        try (StubbornServer server = new StubbornServer("451 4.7.1 come back later")) {
            bench.smtp.setPort(server.port());
            bench.outbox().sendDue();
        }
        assertThat(bench.outbox().find(id)).extracting("state", "status").containsExactly(MessageState.WAITING, "451");

        bench.smtp.setPort(bench.server.getSmtp().getPort());
        assertThat(bench.outbox().sendDue()).as("before the pause is over").isZero();
        bench.clock().move(OutboxBench.PAUSES.get(0));
        assertThat(bench.outbox().sendDue()).isEqualTo(1);
    }

    @Test
    void givesUpWhenEveryAttemptIsUsedUp() throws Exception {
        MessageId id = bench.post().get(0);
        try (StubbornServer server = new StubbornServer("451 4.7.1 come back later")) {
            bench.smtp.setPort(server.port());
            bench.outbox().sendDue();
            for (Duration pause : OutboxBench.PAUSES) {
                assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.WAITING);
                bench.clock().move(pause);
                bench.outbox().sendDue();
            }
        }
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(bench.heard).hasSize(1);
    }

    @Test
    void aSilentServerUsesUpNoAttemptAndIsAskedOnceForAllMails() throws Exception {
        MessageId first = bench.post().get(0);
        MessageId second = bench.post().get(0);
        bench.smtp.setPort(silentPort());

        for (int look = 0; look < OutboxBench.PAUSES.size() + 3; look++) {
            bench.outbox().sendDue();
            bench.clock().move(Duration.ofMinutes(1));
        }
        assertThat(bench.outbox().find(first))
                .extracting("state", "status", "attempts")
                .containsExactly(MessageState.WAITING, "no-answer", 0);
        assertThat(bench.outbox().find(second).attempts()).isZero();
        assertThat(bench.heard).isEmpty();

        bench.smtp.setPort(bench.server.getSmtp().getPort());
        bench.clock().move(Duration.ofMinutes(1));
        assertThat(bench.outbox().sendDue()).isEqualTo(2);
    }

    @Test
    void isMendedBySendingAgain() {
        MessageId id = undeliverable();

        bench.outbox().sendAgain(id, Actor.SYSTEM);
        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.SENT);
        assertThat(bench.caught()).hasSize(1);
        assertThatThrownBy(() -> bench.outbox().sendAgain(id, Actor.SYSTEM)).isInstanceOf(Refusal.class);
    }

    @Test
    void isMendedByTellingOtherwise() {
        MessageId id = undeliverable();

        bench.outbox().toldOtherwise(id, Actor.SYSTEM);

        assertThat(bench.outbox().sendDue()).isZero();
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.TOLD_OTHERWISE);
        assertThat(bench.heard).last().extracting("reason").isEqualTo("told-otherwise");
        assertThatThrownBy(() -> bench.outbox().toldOtherwise(id, Actor.SYSTEM)).isInstanceOf(Refusal.class);
    }

    @Test
    void goesNoOtherWayToWhoeverIsNotThePerson() {
        MessageId id = undeliverable();
        assertThatThrownBy(() -> bench.outbox().anotherWay(id, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("mend"));
        assertThat(bench.outbox().find(id).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void triesAgainWhenItsWordsCannotBeHadNow() {
        MessageId id = bench.post().get(0);
        bench.words.mail = () -> {
            throw new IllegalStateException("Sam Fairweather");
        };

        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id))
                .extracting("state", "status")
                .containsExactly(MessageState.WAITING, "not-composed");
    }

    static Stream<String> oddAddresses() {
        return Stream.of(
                "sam@example.org\r\nBcc: everybody@example.org",
                "sam@example.org\nSubject: hello",
                "sam@example.org, else@example.org",
                "Sam <sam@example.org>",
                "sam",
                "@example.org",
                "sam@",
                "sam fairweather@example.org",
                "sam@[127.0.0.1]",
                "undisclosed:sam@example.org;",
                "säm@example.org",
                "sam@example.org\u202e",
                "x".repeat(65) + "@example.org",
                "sam@" + "example.".repeat(40) + "org",
                "x".repeat(100_000) + "@example.org");
    }

    @ParameterizedTest
    @MethodSource("oddAddresses")
    void refusesOddAddressesBeforeAnyServerSeesThem(String address) {
        bench.words.mail = () -> Optional.of(OutboxBench.Words.to(address, Optional.empty()));
        MessageId id = bench.post().get(0);

        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id))
                .extracting("state", "status")
                .containsExactly(MessageState.FAILED, "bad-address");
        assertThat(bench.caught()).isEmpty();
    }

    @Test
    void refusesASubjectLineWithALineBreak() {
        bench.words.mail = () -> Optional.of(new Message(
                MailAddress.of("practice@example.org"),
                "Hello\r\nBcc: everybody@example.org",
                Map.of("reference", "CG-7F3K-2Q"),
                Optional.empty()));
        MessageId id = bench.post().get(0);

        bench.outbox().sendDue();

        assertThat(bench.outbox().find(id).status()).isEqualTo("bad-subject");
        assertThat(bench.caught()).isEmpty();
    }

    @Test
    void bringsACalendarEntryThatMovesWithTheAppointment() throws Exception {
        UUID subject = Ids.next();
        int year = bench.clock().instant().atZone(ZoneOffset.UTC).getYear() + 1;
        Instant summer = Instant.parse(year + "-06-08T09:30:00Z");
        bench.words.mail = () -> Optional.of(appointment(summer));
        bench.post(subject, Ids.next());
        bench.outbox().sendDue();
        bench.clock().move(Duration.ofHours(1));
        bench.words.mail = () -> Optional.of(appointment(summer.plus(Duration.ofDays(7))));
        bench.post(subject, Ids.next());
        bench.outbox().sendDue();

        String first = calendar(bench.caught().get(0));
        String moved = calendar(bench.caught().get(1));
        assertThat(first)
                .contains("METHOD:PUBLISH", "SEQUENCE:0", "SUMMARY:Talk")
                .contains("DTSTART;TZID=Europe/London:" + year + "0608T103000")
                .contains("TZID:Europe/London", "UID:received-" + subject + "@localhost", "DURATION:PT45M");
        assertThat(moved)
                .contains("SEQUENCE:1", "DTSTART;TZID=Europe/London:" + year + "0615T103000")
                .contains("UID:received-" + subject + "@localhost");
    }

    @Test
    void startsWithNoOtherSenderThanOneAddress() {
        for (String odd : List.of("nobody", "a@example.org, b@example.org", "Common Ground <a@example.org")) {
            MailSettings settings =
                    new MailSettings(odd, Duration.ofSeconds(1), 1, OutboxBench.CLAIM, OutboxBench.PAUSES);
            assertThatThrownBy(() -> new Courier(
                            bench.smtp,
                            bench.bean(Templates.class),
                            bench.clock(),
                            settings,
                            URI.create("http://localhost:8080")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("COMMONGROUND_MAIL_FROM");
        }
    }

    @Test
    void isMeasured() {
        undeliverable();
        bench.post();
        bench.clock().move(Duration.ofMinutes(2));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OutboxMetrics(bench.bean(MessageRepository.class), bench.clock()).bindTo(registry);

        assertThat(registry.get("commonground.outbox.waiting").gauge().value()).isEqualTo(1);
        assertThat(registry.get("commonground.outbox.failed").gauge().value()).isEqualTo(1);
        assertThat(registry.get("commonground.outbox.oldest").timeGauge().value(TimeUnit.SECONDS))
                .isBetween(120.0, 125.0);
    }

    private static Message appointment(Instant start) {
        return OutboxBench.Words.to(
                "sam@example.org", Optional.of(new Appointment("Talk", start, Duration.ofMinutes(45), "The library")));
    }

    private static String calendar(MimeMessage message) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/calendar", "PUBLISH");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("appointment.ics");
        return new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    private MessageId undeliverable() {
        bench.words.mail = () -> Optional.of(OutboxBench.Words.to("nobody", Optional.empty()));
        MessageId id = bench.post().get(0);
        bench.outbox().sendDue();
        bench.words.mail = () -> Optional.of(OutboxBench.Words.to("practice@example.org", Optional.empty()));
        return id;
    }

    private static ClaimedMail claim(Instant now) {
        ClaimedMail[] claimed = new ClaimedMail[1];
        bench.inTransaction(() -> claimed[0] = bench.bean(MessageRepository.class)
                .claim(Ids.next(), now, now.plus(OutboxBench.CLAIM))
                .orElseThrow());
        return claimed[0];
    }

    /** A port on which nobody listens. */
    private static int silentPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
