package org.commonground.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class EmbeddedMailServerTest {

    @TempDir
    Path directory;

    private CaughtMails mails;
    private EmbeddedMailServer server;

    @BeforeEach
    void start() {
        mails = new CaughtMails(directory);
        server = EmbeddedMailServer.start(mails, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hasAMailOnDiskWhenTheSenderHearsThatItWasTaken() throws Exception {
        send("Your appointment");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(Path::toString)).hasSize(1).allMatch(name -> name.endsWith(".eml"));
        }
    }

    @Test
    void showsAMailAsItWasSent() throws Exception {
        send("Ein schöner Tag – for you");

        CaughtMail mail = mails.newest(10, Optional.empty()).get(0);

        assertThat(mail.subject()).isEqualTo("Ein schöner Tag – for you");
        assertThat(mail.from()).isEqualTo("Common Ground <no-reply@example.org>");
        assertThat(mail.to()).isEqualTo("ann@example.org");
        assertThat(mail.sent()).contains(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(mail.messageId()).isNotBlank();
        assertThat(mail.plain()).contains("Plain – words");
        assertThat(mail.html()).contains("<p>Rich – words</p>");
        assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("appointment.ics");
            assertThat(attachment.type()).isEqualTo("text/calendar");
            assertThat(attachment.content()).asString(StandardCharsets.UTF_8).isEqualTo("BEGIN:VCALENDAR");
        });
    }

    @Test
    void listsTheNewestFirstPageByPage() throws Exception {
        send("one");
        send("two");
        send("three");

        assertThat(mails.newest(2, Optional.empty()))
                .extracting(CaughtMail::subject)
                .containsExactly("three", "two");
        CaughtMail two = mails.newest(2, Optional.empty()).get(1);
        assertThat(mails.newest(2, Optional.of(two.id())))
                .extracting(CaughtMail::subject)
                .containsExactly("one");
    }

    @Test
    void keepsTheMailsWhenItIsStartedAgain() throws Exception {
        send("before");
        server.close();
        CaughtMails later = new CaughtMails(directory);
        server = EmbeddedMailServer.start(later, 0);
        send("after");

        assertThat(later.newest(10, Optional.empty()))
                .extracting(CaughtMail::subject)
                .containsExactly("after", "before");
    }

    @Test
    void refusesForNowWhatItCannotKeep() throws IOException {
        Files.delete(directory);

        assertThatThrownBy(() -> send("lost")).isInstanceOf(MailException.class).hasMessageContaining("451");

        Files.createDirectory(directory);
    }

    private void send(String subject) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(EmbeddedMailServer.HOST);
        sender.setPort(server.port());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("no-reply@example.org", "Common Ground");
        helper.setTo("ann@example.org");
        helper.setSubject(subject);
        helper.setSentDate(Date.from(Instant.parse("2026-01-05T09:00:00Z")));
        helper.setText("Plain – words", "<p>Rich – words</p>");
        helper.addAttachment(
                "appointment.ics",
                new ByteArrayResource("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8)),
                "text/calendar");
        sender.send(message);
    }
}
