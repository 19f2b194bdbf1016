package org.commonground.web.mails;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMail.Attachment;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.embedded.ConditionalOnEmbeddedMail;
import org.commonground.platform.time.WorkingDays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the embedded mail server caught, for whoever tries Common Ground out; outside the demo for administrators alone.
 * It is not there in production.
 */
@Controller
@ConditionalOnEmbeddedMail
@RequestMapping("/mails")
class MailsPage {

    private static final int MAILS_ON_A_PAGE = 50;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK).withZone(WorkingDays.LONDON);

    /** Mails carry their style in their own text; scripts have nowhere to come from. */
    private static final String WITH_A_MAIL_IN_IT = "default-src 'none'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final CaughtMails mails;

    MailsPage(CaughtMails mails) {
        this.mails = mails;
    }

    @GetMapping
    String list(@RequestParam Optional<UUID> olderThan, Model model) {
        List<CaughtMail> page = mails.newest(MAILS_ON_A_PAGE + 1, olderThan);
        boolean more = page.size() > MAILS_ON_A_PAGE;
        List<CaughtMail> shown = more ? page.subList(0, MAILS_ON_A_PAGE) : page;
        model.addAttribute("mails", shown.stream().map(MailsPage::line).toList());
        model.addAttribute("olderThan", more ? shown.get(MAILS_ON_A_PAGE - 1).id() : null);
        return "mails/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model, HttpServletResponse response) {
        CaughtMail mail = find(id);
        response.setHeader("Content-Security-Policy", WITH_A_MAIL_IN_IT);
        model.addAttribute("mail", mail);
        model.addAttribute("plain", LinkedText.of(mail.plain().orElse("")));
        model.addAttribute("sent", moment(mail));
        return "mails/mail";
    }

    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable int number) {
        List<Attachment> attachments = find(id).attachments();
        if (number < 1 || number > attachments.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Attachment attachment = attachments.get(number - 1);
        ContentDisposition save = ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                // saved, never shown: a mail's own type would let it be a page of ours
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(attachment.content());
    }

    private static Line line(CaughtMail mail) {
        return new Line(mail.id(), mail.subject().isBlank() ? "(no subject)" : mail.subject(), mail.to(), moment(mail));
    }

    private static String moment(CaughtMail mail) {
        return mail.sent().map(MOMENT::format).orElse("");
    }

    /** One mail in the list. */
    public record Line(UUID id, String subject, String to, String sent) {}

    private CaughtMail find(UUID id) {
        return mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
