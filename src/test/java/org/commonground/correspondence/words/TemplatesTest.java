package org.commonground.correspondence.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.words.Templates.Words;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of mail has its words, plain and as HTML; both are left in {@code target/mails} to be looked at. */
class TemplatesTest {

    private static final Map<String, Object> FACTS = Map.ofEntries(
            Map.entry("words", "Hello Sam <3,\n\nWe tried to reach you."),
            Map.entry("paragraphs", List.of("Hello Sam <3,", "We tried to reach you.")),
            Map.entry("reference", "CG-7F3K-2Q"),
            Map.entry("signsIn", true),
            Map.entry("path", "/practice/referrals/CG-7F3K-2Q"),
            Map.entry("answerBy", "Friday 18 December"),
            Map.entry("firstName", "Sam <3"),
            Map.entry("day", "Tuesday 8 December"),
            Map.entry("time", "10:30am"),
            Map.entry("place", "Mill Lane Community Garden\n12 Mill Lane"),
            Map.entry("meets", "Alex & Jo"),
            Map.entry("companion", "Robin"));

    private static final Neighbourhood SERVICE = new Neighbourhood(
            NeighbourhoodId.next(),
            "River & Hill",
            new Phone("01632 960300"),
            "Mondays, 9am to 5pm",
            new MailAddress("hello@river.example"));

    private final Templates templates = new Templates("https://referrals.example.org/");

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void saysTheSamePlainAndAsHtml(MessageKind kind) throws IOException {
        Words words = write(kind, FACTS);

        show(kind, words);
        assertThat(words.plain())
                .doesNotContain("[(", "[#", "<p", "${")
                .contains("Common Ground sent this")
                .hasLineCount((int) words.plain()
                        .lines()
                        .filter(line -> line.length() < 100)
                        .count());
        assertThat(words.plain().lines()).allMatch(line -> line.length() < 80);
        assertThat(words.html()).contains("<title>A subject</title>").doesNotContain(" th:", "xmlns", "${", "<main");
        boolean person = kind.recipient() == RecipientRole.PERSON;
        assertThat(words.plain().contains("Hello Sam <3,")).isEqualTo(person);
        assertThat(words.html().contains("Hello Sam &lt;3,")).isEqualTo(person);
        assertThat(words.plain().contains("https://referrals.example.org/")).isEqualTo(!person);
        assertThat(words.html().contains("href=\"https://referrals.example.org/"))
                .isEqualTo(!person);
    }

    @Test
    void tellsThePersonWhenWhereAndWhom() {
        for (MessageKind kind :
                new MessageKind[] {MessageKind.CONVERSATION_APPOINTMENT, MessageKind.FIRST_SESSION_APPOINTMENT}) {
            Words words = write(kind, FACTS);
            assertThat(words.plain())
                    .contains("Tuesday 8 December, 10:30am", "Mill Lane Community Garden", "Alex & Jo")
                    .doesNotContain("CG-7F3K-2Q", "referral");
            assertThat(words.html())
                    .contains("Tuesday 8 December, 10:30am", "Mill Lane Community Garden", "Alex &amp; Jo")
                    .doesNotContain("CG-7F3K-2Q", "referral");
        }
    }

    @Test
    void anOverdueTaskMayBeAboutNoReferral() {
        Words words = write(MessageKind.TASK_OVERDUE, Map.of());
        assertThat(words.plain()).contains("A task was due a working day ago");
        assertThat(words.html()).doesNotContain("about referral");
    }

    @Test
    void aLetterSaysTheSamePrintedAndAsAMail() {
        Letters.Letter letter = new Letters(templates)
                .write(
                        "last-letter",
                        Map.of(
                                "firstName",
                                "Sam <3",
                                "until",
                                "Friday 18 December",
                                "phone",
                                "01632 960300",
                                "hours",
                                "Monday to Friday, 9am to 5pm",
                                "from",
                                "Team B & C"));
        assertThat(letter.text())
                .startsWith("Hello Sam <3,\n\n")
                .contains("\nFriday 18 December", "01632 960300\n(Monday to Friday, 9am to 5pm)", "Team B & C")
                .doesNotContain("referral", "[(");
        assertThat(letter.text().lines()).allMatch(line -> line.length() < 80);
        assertThat(letter.paragraphs()).hasSize(5).noneMatch(paragraph -> paragraph.contains("\n"));
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void saysWhichServiceWritesAndHowItCanBeReached(MessageKind kind) {
        Words words = templates.write(kind, mail(FACTS).from(Optional.of(SERVICE), Optional.empty()));
        assertThat(words.plain())
                .contains("The link workers of River & Hill\nPhone: 01632 960300\nAnswered: Mondays, 9am to 5pm\n")
                .contains("You may answer it")
                .doesNotContain("[(", "[#");
        assertThat(words.html())
                .contains("River &amp; Hill", "01632 960300", "Mondays, 9am to 5pm", "You may answer it");
        assertThat(templates.onPaper(kind, mail(FACTS).from(Optional.of(SERVICE), Optional.empty())))
                .contains("Phone: 01632 960300")
                .doesNotContain("answer it", "--");

        Neighbourhood silent = new Neighbourhood(SERVICE.id(), SERVICE.name(), SERVICE.phone(), SERVICE.hours(), null);
        assertThat(templates
                        .write(kind, mail(FACTS).from(Optional.of(silent), Optional.empty()))
                        .plain())
                .contains("Phone: 01632 960300", "Please do not answer it");
        assertThat(write(kind, FACTS).plain())
                .as("about the installation alone")
                .doesNotContain("Phone: ", "link workers of")
                .contains("Please do not answer it");
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void namesTheLinkWorkerWhereSomebodyLooksAfterThePerson(MessageKind kind) {
        Message mail = mail(FACTS).from(Optional.of(SERVICE), Optional.of("Robin"));
        assertThat(templates.write(kind, mail).plain())
                .contains("Robin, your link worker, and the link workers of River & Hill\nPhone: 01632 960300");
        assertThat(templates.write(kind, mail).html()).contains("Robin</span>, your link worker, and the");
        assertThat(templates.onPaper(kind, mail)).contains("Robin, your link worker");
    }

    private Words write(MessageKind kind, Map<String, Object> facts) {
        return templates.write(kind, mail(facts));
    }

    private static Message mail(Map<String, Object> facts) {
        return new Message(MailAddress.of("sam@example.org"), "A subject", facts, Optional.empty());
    }

    private static void show(MessageKind kind, Words words) throws IOException {
        Path mails = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(mails.resolve(kind.word() + ".html"), words.html());
        Files.writeString(mails.resolve(kind.word() + ".txt"), words.plain());
    }
}
