package org.commonground.web.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Role;
import org.commonground.platform.Ids;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CommonGroundTest
class MailsPageTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JavaMailSender sender;

    @Autowired
    CaughtMails mails;

    @Autowired
    TestRestTemplate anonymous;

    @LocalServerPort
    int port;

    private MockMvc mvc;

    @BeforeEach
    void withoutSignIn() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void listsMails() throws Exception {
        send("A <list>", "words", null);

        assertThat(page("/mails")).contains("A &lt;list&gt;", "ann@example.org", "Monday 6 July 2026, 10:00");
    }

    @Test
    void showsTheTextWithLinksAndTheHtmlInASandbox() throws Exception {
        String subject = "One " + Ids.next();
        send(
                subject,
                "See https://example.org/a?b=c. <b>",
                "<p style=\"color:red\">\"Rich\"</p><script>alert(1)</script>");

        String page = page("/mails/" + idOf(subject));

        assertThat(page)
                .contains("href=\"https://example.org/a?b=c\"")
                .contains(". &lt;b&gt;")
                .containsPattern("<iframe[^>]* sandbox=\"\"[^>]* srcdoc=\"&lt;p style=&quot;color:red")
                .doesNotContain("<script");
    }

    @Test
    void letsNoScriptRunBesideAMail() throws Exception {
        String subject = "One " + Ids.next();
        send(subject, "words", "<p>words</p>");

        mvc.perform(get("/mails/" + idOf(subject)))
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.startsWith("default-src 'none'")));
    }

    @Test
    void savesAttachmentsAndNeverShowsThem() throws Exception {
        String subject = "One " + Ids.next();
        send(subject, "words", "<p>words</p>");

        mvc.perform(get("/mails/" + idOf(subject) + "/attachments/1"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")));
        mvc.perform(get("/mails/" + idOf(subject) + "/attachments/2")).andExpect(status().isNotFound());
    }

    @Test
    void knowsNoOtherMail() throws Exception {
        mvc.perform(get("/mails/" + Ids.next())).andExpect(status().isNotFound());
    }

    @Test
    void isForPeopleWhoHaveSignedIn() {
        ResponseEntity<String> answer = anonymous.getForEntity("/mails", String.class);

        assertThat(answer.getBody() == null ? "" : answer.getBody()).doesNotContain("the embedded mail server caught");
    }

    /** The tests run without the demo: what was caught may be about real people. */
    @Test
    void isForAnAdministratorAloneOutsideTheDemo() throws Exception {
        String subject = "One " + Ids.next();
        send(subject, "words", "<p>words</p>");
        String mail = "/mails/" + idOf(subject);
        People people = People.in(application);
        for (Role role : Role.values()) {
            Visitor visitor = new Visitor(port);
            visitor.signIn(people.with(role));
            int expected = role == Role.ADMINISTRATOR ? 200 : 403;
            for (String path : List.of("/mails", mail, mail + "/attachments/1", "/%6dails")) {
                assertThat(visitor.open(path).statusCode())
                        .as(role + " opens " + path)
                        .isEqualTo(expected);
            }
        }
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private UUID idOf(String subject) {
        return mails.newest(50, Optional.empty()).stream()
                .filter(mail -> mail.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void send(String subject, String plain, String html) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("no-reply@example.org");
        helper.setTo("ann@example.org");
        helper.setSubject(subject);
        helper.setSentDate(Date.from(Instant.parse("2026-07-06T09:00:00Z")));
        if (html == null) {
            helper.setText(plain);
        } else {
            helper.setText(plain, html);
        }
        helper.addAttachment("<page>.html", new ByteArrayResource("<p>".getBytes(StandardCharsets.UTF_8)), "text/html");
        sender.send(message);
    }
}
