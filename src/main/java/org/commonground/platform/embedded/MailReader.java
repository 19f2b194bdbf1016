package org.commonground.platform.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.commonground.platform.embedded.CaughtMail.Attachment;

/** Takes a mail apart: its words as plain text and as HTML, and what is attached. */
final class MailReader {

    private final List<Attachment> attachments = new ArrayList<>();
    private String plain;
    private String html;

    private MailReader() {}

    static CaughtMail read(UUID id, InputStream file) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), file);
            MailReader reader = new MailReader();
            reader.take(message);
            return new CaughtMail(
                    id,
                    Optional.ofNullable(message.getSentDate()).map(Date::toInstant),
                    header(message, "From"),
                    header(message, "To"),
                    header(message, "Subject"),
                    header(message, "Message-ID"),
                    Optional.ofNullable(reader.plain),
                    Optional.ofNullable(reader.html),
                    reader.attachments);
        } catch (MessagingException e) {
            throw new IOException("The mail " + id + " cannot be read", e);
        }
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i));
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attach(part);
        } else if (plain == null && part.isMimeType("text/plain")) {
            plain = (String) part.getContent();
        } else if (html == null && part.isMimeType("text/html")) {
            html = (String) part.getContent();
        } else {
            attach(part);
        }
    }

    private void attach(Part part) throws MessagingException, IOException {
        String name = part.getFileName() == null ? "attachment" : MimeUtility.decodeText(part.getFileName());
        String type = part.getContentType().split(";", 2)[0].strip().toLowerCase();
        try (InputStream content = part.getInputStream()) {
            attachments.add(new Attachment(name, type, content.readAllBytes()));
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        String raw = message.getHeader(name, ", ");
        return raw == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(raw));
    }
}
