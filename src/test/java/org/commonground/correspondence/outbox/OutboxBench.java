package org.commonground.correspondence.outbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.channel.Courier;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.correspondence.words.Composers;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.Message.Appointment;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.correspondence.words.Templates;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;
import org.commonground.platform.event.EventLog;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Contention;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.time.MovableClock;
import org.commonground.testing.AsOf;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox alone, on the real database but in a schema of its own, with a mail server of its own: so that a test may
 * count all mails, and let some fail, without meeting those of other tests.
 */
final class OutboxBench implements AutoCloseable {

    static final Duration CLAIM = Duration.ofSeconds(5);
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

    static final Ways EVERY_WAY = ways(true, Safety.SAFE, Safety.SAFE, Safety.SAFE);

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    final List<DomainEvent> heard = new ArrayList<>();
    final Words words = new Words();
    final Set<UUID> paused = new HashSet<>();
    final Set<UUID> dead = new HashSet<>();
    final Set<UUID> doubted = new HashSet<>();
    final Map<UUID, Ways> ways = new HashMap<>();

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    OutboxBench(DatabaseAccess access) {
        server.start();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        smtp.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        smtp.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        DataSource database = ownSchema(access);
        beans.registerBean(DataSource.class, () -> database);
        beans.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.registerBean(MovableClock.class, AsOf::clock);
        beans.registerBean(JavaMailSender.class, () -> smtp);
        beans.registerBean(MailSettings.class, () -> new MailSettings("", Duration.ofSeconds(1), 1, CLAIM, PAUSES));
        beans.registerBean(MessageComposer.class, () -> words);
        beans.registerBean(PausedReferrals.class, () -> paused::contains);
        beans.registerBean(Deceased.class, () -> new Deceased() {
            @Override
            public boolean hasDied(UUID referral) {
                return dead.contains(referral);
            }

            @Override
            public boolean mayHaveDied(UUID referral) {
                return doubted.contains(referral);
            }
        });
        beans.registerBean(ToPeople.class, () -> new ToPeople() {
            @Override
            public Ways waysTo(UUID referral) {
                return ways.getOrDefault(referral, EVERY_WAY);
            }

            @Override
            public Optional<String> linkWorkerOf(UUID referral) {
                return Optional.empty();
            }
        });
        beans.registerBean(Contention.class, () -> failure -> false);
        beans.registerBean(Heard.class, () -> new Heard(heard));
        TestPropertyValues.of("commonground.public-url=http://localhost:8080").applyTo(beans);
        beans.register(
                Transactions.class,
                EventLog.class,
                Events.class,
                MessageRepository.class,
                Composers.class,
                Templates.class,
                Courier.class,
                InOneTransaction.class,
                NextWay.class,
                Messages.class,
                SendAttempts.class,
                SendResults.class,
                Sender.class,
                Outbox.class);
        beans.refresh();
    }

    /** To somebody of whom every address is known. */
    static Ways ways(boolean agreedToMail, Safety mail, Safety letter, Safety call) {
        SafeContact safe = new SafeContact(Map.of(Way.MAIL, mail, Way.LETTER, letter, Way.CALL, call), null, null);
        return new Ways(agreedToMail, safe, true, true, true);
    }

    @EnableTransactionManagement
    static class Transactions {}

    record Heard(List<DomainEvent> events) {
        @EventListener
        void hear(DomainEvent event) {
            events.add(event);
        }
    }

    /** What mails say, and to whom, until a test says otherwise. */
    static final class Words implements MessageComposer {

        List<UUID> recipients = List.of(Ids.next());
        MessageKind kind = MessageKind.RECEIVED;
        Window window = Window.ALWAYS;
        Supplier<Optional<Message>> mail = () -> Optional.of(to("practice@example.org", Optional.empty()));

        static Message to(String address, Optional<Appointment> appointment) {
            return new Message(
                    MailAddress.of(address),
                    "We have your referral CG-7F3K-2Q",
                    Map.of("reference", "CG-7F3K-2Q"),
                    appointment);
        }

        @Override
        public MessageKind kind() {
            return kind;
        }

        @Override
        public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
            return Optional.empty();
        }

        @Override
        public List<UUID> recipients(UUID subject) {
            return recipients;
        }

        @Override
        public Window window(UUID subject, UUID occasion) {
            return window;
        }

        @Override
        public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
            return mail.get();
        }
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Outbox outbox() {
        return bean(Outbox.class);
    }

    /** Another sender, of a node that shuts down when a test says so. */
    Sender senderOf(ConfigurableApplicationContext node) {
        return new Sender(
                bean(MessageRepository.class),
                bean(SendAttempts.class),
                bean(SendResults.class),
                bean(MailSettings.class),
                clock(),
                node,
                bean(JdbcTransactionManager.class));
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    MovableClock clock() {
        return bean(MovableClock.class);
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(bean(JdbcTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** Posts about a new subject and occasion; returns the rows in the order they were made. */
    List<MessageId> post() {
        return post(Ids.next(), Ids.next());
    }

    List<MessageId> post(UUID subject, UUID occasion) {
        inTransaction(() -> outbox().post(words.kind, subject, occasion));
        return jdbc().sql("select id from message where subject_id = ? and occasion_id = ? order by id")
                .params(subject, occasion)
                .query((row, number) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    List<MimeMessage> caught() {
        return Arrays.asList(server.getReceivedMessages());
    }

    static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Before each test: no mails, no events, words and server as at first. */
    void clear() throws FolderException {
        jdbc().sql("truncate message, event, delivery").update();
        server.purgeEmailFromAllMailboxes();
        smtp.setPort(server.getSmtp().getPort());
        heard.clear();
        paused.clear();
        dead.clear();
        doubted.clear();
        ways.clear();
        words.kind = MessageKind.RECEIVED;
        words.recipients = List.of(Ids.next());
        words.window = Window.ALWAYS;
        words.mail = () -> Optional.of(Words.to("practice@example.org", Optional.empty()));
    }

    private static DataSource ownSchema(DatabaseAccess access) {
        String schema = "outbox_" + Ids.next().toString().replace("-", "");
        String url = access.url() + "?currentSchema=" + schema;
        DataSource database = new DriverManagerDataSource(
                url, access.owner().username(), access.owner().password());
        JdbcClient owner = JdbcClient.create(database);
        owner.sql("create schema " + schema).update();
        for (String script : List.of(
                "V010__platform.sql", "V020__account.sql", "V030__neighbourhood.sql", "V050__correspondence.sql")) {
            owner.sql(read(script)
                            .replace("${application}", access.application().username()))
                    .update();
        }
        return database;
    }

    private static String read(String script) {
        try {
            return new ClassPathResource("db/migration/" + script).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        beans.close();
    }
}
