package org.commonground.correspondence.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.CalendarEntry;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.Templates;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.platform.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes the message out of a mail and hands it to the mail server. Whatever goes wrong comes back as a delivery. */
@Component
public class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final JavaMailSender server;
    private final Templates templates;
    private final Clock clock;
    private final String host;
    private final InternetAddress from;

    public Courier(
            JavaMailSender server,
            Templates templates,
            Clock clock,
            MailSettings settings,
            @Value("${commonground.public-url}") URI home) {
        this.server = server;
        this.templates = templates;
        this.clock = clock;
        this.host = home.getHost();
        this.from = sender(settings.from().isBlank() ? "Common Ground <no-reply@" + host + ">" : settings.from());
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException odd) {
            throw new CannotStart("COMMONGROUND_MAIL_FROM must be one mail address, with or without a name, such as"
                    + " Common Ground <no-reply@example.org>.");
        }
    }

    public Delivery deliver(ClaimedMail claimed, Message mail) {
        Optional<InternetAddress> to = Addresses.of(mail.to());
        if (to.isEmpty()) {
            return new Delivery.Refused("bad-address");
        }
        if (mail.subject().chars().anyMatch(Character::isISOControl)) {
            return new Delivery.Refused("bad-subject");
        }
        MimeMessage message;
        try {
            message = message(claimed, mail, to.get());
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("mail {} could not be written: {}", claimed.mail().id(), e.getClass());
            return new Delivery.Delayed("not-written");
        }
        try {
            server.send(message);
            return new Delivery.Sent("250");
        } catch (MailException e) {
            return SmtpAnswer.of(e);
        } catch (RuntimeException e) {
            LOG.warn("mail {} could not be sent: {}", claimed.mail().id(), e.getClass());
            return new Delivery.Delayed("not-sent");
        }
    }

    private MimeMessage message(ClaimedMail claimed, Message mail, InternetAddress to) throws MessagingException {
        MessageKind kind = claimed.mail().kind();
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        helper.setFrom(from);
        helper.setTo(to);
        Optional<InternetAddress> replies =
                mail.from().map(Neighbourhood::replyTo).flatMap(Addresses::of);
        if (replies.isPresent()) {
            helper.setReplyTo(replies.get());
        }
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(clock.instant()));
        Templates.Words words = templates.write(kind, mail);
        helper.setText(words.plain(), words.html());
        if (mail.appointment().isPresent()) {
            String id = kind.word() + "-" + claimed.mail().subject() + "@" + host;
            String entry = CalendarEntry.of(mail.appointment().get(), id, claimed.earlier(), clock.instant());
            helper.addAttachment(
                    "appointment.ics",
                    new ByteArrayResource(entry.getBytes(StandardCharsets.UTF_8)),
                    CalendarEntry.TYPE);
        }
        // the same at every attempt, so that a mail that comes twice shows as one
        message.setHeader("Message-ID", "<" + claimed.mail().id() + "@" + host + ">");
        // nobody's holiday notice should answer
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
