package org.commonground.correspondence.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.conversation.reach.Contacts;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.Ways;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.PlacementId;
import org.commonground.placement.offer.AnswerQuestion;
import org.commonground.placement.offer.GroupQuestions;
import org.commonground.placement.offer.Offers;
import org.commonground.platform.Ids;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Pauses;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Each kind of mail as its reader gets it: what it has to tell, and nothing of the person where that is forbidden. */
@CommonGroundTest
class MailsTest {

    /** What is known of the invented person, and would give them away. */
    private static final String[] PERSON = {
        "Wilhelmina",
        "Testerton",
        "Billie",
        "999 000 0018",
        "9990000018",
        "1951",
        "3 Invented Row",
        "01632 960018",
        "billie@person.example",
        "Agatha",
        "husband",
        "singing",
        "frame",
        "Sample"
    };

    @Autowired
    ApplicationContext context;

    @Autowired
    Outbox outbox;

    @Autowired
    CaughtMails caught;

    @Autowired
    Referrals referrals;

    @Autowired
    ConsentAnswers consents;

    @Autowired
    Contacts contacts;

    @Autowired
    Places places;

    @Autowired
    Concerns concerns;

    @Autowired
    Pauses pauses;

    @Autowired
    JavaMailSender server;

    @Autowired
    Events events;

    @Autowired
    WorkingDays days;

    @Autowired
    MovableClock clock;

    @Autowired
    InOneTransaction once;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private ReferralId referral;
    private GroupId group;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
        group = InventedGroup.singers().in(context);
        placing.somebody(Role.ORGANISER, group);
    }

    @Test
    void thePracticeHearsThatItsReferralArrived() {
        CaughtMail mail = sent(MessageKind.RECEIVED, referral.value());

        assertThat(mail.to()).endsWith("@practice.example");
        assertThat(mail.subject()).isEqualTo("We have your referral " + reference());
        tellsOnlyAReference(mail, "/api/referrals/" + reference());
    }

    @Test
    void aPracticeWhosePeopleSignInIsLedToTheirPage() {
        context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                "desk-" + reference().toLowerCase(),
                                new PersonName("Pat Invented"),
                                null,
                                referrals.practiceOf(referral)),
                        Actor.SYSTEM);

        tellsOnlyAReference(sent(MessageKind.RECEIVED, referral.value()), "/practice/referrals/" + reference());
        referrals.close(referral, Outcome.NO_SUITABLE_GROUP, Actor.SYSTEM);
        tellsOnlyAReference(sent(MessageKind.NEWS, referral.value()), "/practice/referrals/" + reference());
    }

    @Test
    void thePracticeHearsThatThereIsNews() {
        referrals.close(referral, Outcome.NO_SUITABLE_GROUP, Actor.SYSTEM);

        CaughtMail mail = sent(MessageKind.NEWS, referral.value());

        assertThat(mail.subject()).isEqualTo("News about referral " + reference());
        tellsOnlyAReference(mail, "/api/referrals/" + reference());
        assertThat(everything(mail)).doesNotContain("no-suitable-group", "No suitable", "closed");
    }

    @Test
    void thePersonHearsWhenAndWhereWeTalk() {
        contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());

        CaughtMail mail = sent(MessageKind.CONVERSATION_APPOINTMENT, referral.value());

        assertThat(mail.to()).isEqualTo("billie@person.example");
        assertThat(mail.plain().orElseThrow())
                .contains("Hello Billie,", "10:30am", "The library in Exampleton", "Robin Invented");
        isNeutral(mail);
        assertThat(calendar(mail)).contains("TZID=Europe/London", "T103000", "LOCATION:The library in Exampleton");
    }

    @Test
    void thePersonHearsOfTheFirstSession() throws Exception {
        clock.moveTo(days.today().atTime(9, 0).atZone(WorkingDays.LONDON).toInstant());
        PlacementId placement = placing.agreed(referral, group);

        CaughtMail mail = sent(MessageKind.FIRST_SESSION_APPOINTMENT, placement.value());

        assertThat(mail.to()).isEqualTo("billie@person.example");
        assertThat(mail.plain().orElseThrow())
                .contains("Hello Billie,", "2:00pm", "Chapel Hall, Invented Row", "Alex Organiserly");
        isNeutral(mail);
        assertThat(calendar(mail)).contains("T140000", "UID:first-session-appointment-" + placement + "@");
    }

    @Test
    void theOrganiserHearsOfAnOfferItsReminderAndItsEnd() throws Exception {
        PlacementId placement = placing.offered(referral, group);

        CaughtMail offer = sent(MessageKind.OFFER, placement.value());
        CaughtMail reminder = sent(MessageKind.OFFER_REMINDER, placement.value());
        once.run(() -> places.giveBack(placement.value(), GivenBack.LAPSED, Actor.SYSTEM));
        CaughtMail givenBack = sent(MessageKind.PLACE_GIVEN_BACK, placement.value());

        String tasklist = "/camunda/app/tasklist/";
        for (CaughtMail mail : List.of(offer, reminder)) {
            tellsOnlyAReference(mail, tasklist);
            assertThat(mail.subject()).doesNotContain(reference());
        }
        tellsOnlyAReference(givenBack, "/referrals/" + reference());
        assertThat(List.of(offer, reminder, givenBack))
                .allSatisfy(mail -> assertThat(mail.to()).startsWith("organiser-"));
    }

    @Test
    void whoeverDoesNotSignInIsAskedToPhoneAndGetsNoLink() throws Exception {
        GroupId rung = InventedGroup.singers().in(context);
        context.getBean(Organisers.class)
                .add(
                        rung.value(),
                        new KeepOrganiser(
                                null, PersonName.of("Ola Garden"), new MailAddress("ola@group.example"), null),
                        Actor.SYSTEM);
        PlacementId placement = placing.offered(referral, rung);

        CaughtMail offer = sent(MessageKind.OFFER, placement.value());
        CaughtMail reminder = sent(MessageKind.OFFER_REMINDER, placement.value());
        once.run(() -> places.giveBack(placement.value(), GivenBack.LAPSED, Actor.SYSTEM));
        CaughtMail givenBack = sent(MessageKind.PLACE_GIVEN_BACK, placement.value());

        for (CaughtMail mail : List.of(offer, reminder, givenBack)) {
            assertThat(mail.to()).isEqualTo("ola@group.example");
            assertThat(mail.plain().orElseThrow()).doesNotContain("http");
            assertThat(mail.html().orElseThrow()).doesNotContain("href");
        }
        for (CaughtMail mail : List.of(offer, reminder)) {
            assertThat(mail.plain().orElseThrow())
                    .contains("Phone the link worker at the number below")
                    .doesNotContain("You may also");
        }
    }

    @Test
    void whatAGroupAsksAndIsAnsweredIsInNoMail() throws Exception {
        placing.somebody(Role.ADMINISTRATOR);
        PlacementId placement = placing.offered(referral, group);
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, group);

        context.getBean(Offers.class).answer(placement, Placing.ask("Is Billie steady on her feet?"), organiser);
        CaughtMail waits = sent(MessageKind.QUESTION_WAITS, placement.value());
        context.getBean(GroupQuestions.class)
                .answer(placement, new AnswerQuestion(Narrative.of("Billie walks with a frame")), placing.linkWorker());
        CaughtMail answered = sent(MessageKind.QUESTION_ANSWERED, placement.value());

        for (CaughtMail mail : List.of(waits, answered)) {
            tellsOnlyAReference(mail, "/camunda/app/tasklist/");
            assertThat(everything(mail)).doesNotContain("steady", "frame");
        }
    }

    @Test
    void theSafeguardingLeadHearsThatSomethingNeedsAttention() {
        placing.somebody(Role.SAFEGUARDING_LEAD);
        ConcernId concern = concerns.raise(
                new RaiseConcern(Ids.next(), referral.value(), null, false, Narrative.of("Billie was crying"), null),
                Here.in(context),
                placing.linkWorker());

        CaughtMail mail = sent(MessageKind.CONCERN_RAISED, concern.value());

        assertThat(everything(mail)).doesNotContain(PERSON).doesNotContain("crying", "oncern", reference());
        assertThat(mail.plain().orElseThrow()).contains("/camunda/app/tasklist/");
    }

    @Test
    void whatThePersonNoLongerWantsByMailGoesAnotherWay() {
        contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());
        post(MessageKind.CONVERSATION_APPOINTMENT, referral.value());
        once.run(() -> consents.withdraw(referral, Purpose.MAIL, null, placing.linkWorker()));

        outbox.sendDue();

        PostedMessage row = outbox.find(row(MessageKind.CONVERSATION_APPOINTMENT, referral.value()));
        assertThat(row.state()).isEqualTo(MessageState.OTHER_WAY);
        assertThat(caught(row.id())).isEmpty();
    }

    @Test
    void whileItIsPausedThePersonHearsNothing() {
        contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());
        post(MessageKind.CONVERSATION_APPOINTMENT, referral.value());
        Actor.SignedIn lead = placing.somebody(Role.SAFEGUARDING_LEAD);
        ConcernId concern = concerns.raise(
                new RaiseConcern(Ids.next(), referral.value(), null, false, Narrative.of("Something"), null),
                Here.in(context),
                placing.linkWorker());
        once.run(() -> pauses.pause(referral.value(), concern, lead));

        outbox.sendDue();

        PostedMessage row = outbox.find(row(MessageKind.CONVERSATION_APPOINTMENT, referral.value()));
        assertThat(row.state()).isEqualTo(MessageState.WAITING);
        assertThat(caught(row.id())).isEmpty();
    }

    /** What makes a mail to a person impossible between the moment it was decided and the moment it goes. */
    private enum Loss {
        CONSENT_WITHDRAWN,
        ADDRESS_GONE,
        MAIL_UNSAFE
    }

    static Stream<Arguments> whatMayBeLost() {
        return Stream.of(MessageKind.values())
                .filter(kind -> kind.recipient() == RecipientRole.PERSON)
                .flatMap(kind -> Stream.of(Loss.values())
                        .flatMap(loss ->
                                Stream.of(Safety.SAFE, Safety.UNSAFE).map(letter -> Arguments.of(kind, loss, letter))));
    }

    @ParameterizedTest
    @MethodSource("whatMayBeLost")
    void whateverMayNoLongerGoByMailTakesTheNextSafeWay(MessageKind kind, Loss loss, Safety letter) throws Exception {
        // in the morning: what is planned for today is still to come
        clock.moveTo(days.after(days.today(), 1)
                .atTime(8, 0)
                .atZone(WorkingDays.LONDON)
                .toInstant());
        referral = placing.referral(
                Invented.referral().contact(Safety.SAFE, Safety.UNSAFE, Safety.UNKNOWN, Safety.SAFE, letter));
        UUID subject = toldSomething(kind);
        post(kind, subject);
        lose(loss);
        outbox.sendDue();

        PostedMessage message = outbox.find(row(kind, subject));
        assertThat(caught(message.id())).isEmpty();
        if (letter != Safety.SAFE && !kind.channels().contains(Channel.CALL)) {
            assertThat(message.state()).isEqualTo(MessageState.DROPPED);
            assertThat(message.status()).isEqualTo(Ways.Reason.NO_SAFE_WAY.word());
            return;
        }
        assertThat(message.state()).isEqualTo(MessageState.OTHER_WAY);
        assertThat(message.channel()).isEqualTo(letter == Safety.SAFE ? Channel.LETTER : Channel.CALL);
        assertThat(context.getBean(Messages.class).words(message.id())).isPresent();
    }

    private UUID toldSomething(MessageKind kind) throws Exception {
        return switch (kind) {
            case CONVERSATION_APPOINTMENT -> {
                contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());
                yield referral.value();
            }
            case NOT_REACHED -> {
                contacts.make(referral, Said.noAnswer(Way.CALL), placing.linkWorker());
                yield referral.value();
            }
            case FIRST_SESSION_APPOINTMENT -> placing.agreed(referral, group).value();
            default -> throw new IllegalArgumentException("say when a person is told " + kind);
        };
    }

    private void lose(Loss loss) {
        UUID person = referrals.find(referral).person().value();
        switch (loss) {
            case CONSENT_WITHDRAWN ->
                once.run(() -> consents.withdraw(referral, Purpose.MAIL, null, placing.linkWorker()));
            case ADDRESS_GONE ->
                jdbc.sql("update person set mail = null where id = ?")
                        .param(person)
                        .update();
            case MAIL_UNSAFE ->
                jdbc.sql("update contact_way set safety = 'unsafe' where way = 'mail' and person_id = ?")
                        .param(person)
                        .update();
        }
    }

    @Test
    void theTeamsLeadHearsThatAGroupDidNotAnswer() throws Exception {
        Actor.SignedIn lead = placing.somebody(Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(placing.here().team().id(), lead.account(), Actor.SYSTEM);
        PlacementId placement = placing.offered(referral, group);

        CaughtMail mail = sent(MessageKind.OFFER_LAPSED, placement.value());

        assertThat(mail.to()).startsWith("team-lead-");
        tellsOnlyAReference(mail, "/referrals/" + reference());
    }

    /** The mail library waits for ever unless it is told not to. */
    @Test
    void noMailServerIsWaitedForEver() {
        assertThat(((JavaMailSenderImpl) server).getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
    }

    private void tellsOnlyAReference(CaughtMail mail, String link) {
        assertThat(everything(mail)).doesNotContain(PERSON);
        assertThat(mail.plain().orElseThrow()).contains(reference(), link);
        assertThat(mail.html().orElseThrow()).contains(reference(), link);
        assertThat(mail.attachments()).isEmpty();
    }

    /** A shared screen shows a subject line, and a calendar shows a title. */
    private void isNeutral(CaughtMail mail) {
        assertThat(mail.subject()).isEqualTo("Your appointment");
        assertThat(calendar(mail)).contains("SUMMARY:", "METHOD:PUBLISH").doesNotContain(PERSON);
        assertThat(everything(mail))
                .doesNotContain(reference(), "Testerton", "referral", "http://localhost", "Singers", "social");
    }

    private String reference() {
        return referrals.find(referral).reference().text();
    }

    private static String calendar(CaughtMail mail) {
        return new String(mail.attachments().get(0).content(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String everything(CaughtMail mail) {
        return String.join(
                "\n",
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.plain().orElseThrow(),
                mail.html().orElseThrow());
    }

    private CaughtMail sent(MessageKind kind, UUID subject) {
        post(kind, subject);
        outbox.sendDue();
        CaughtMail mail = caught(row(kind, subject)).orElseThrow();
        Neighbourhood service = context.getBean(Neighbourhoods.class).get(Here.in(context));
        assertThat(mail.plain().orElseThrow())
                .as("who writes, and how they can be reached")
                .contains(
                        "he link workers of " + service.name(), service.phone().text(), service.hours());
        return mail;
    }

    private void post(MessageKind kind, UUID subject) {
        once.run(() -> outbox.post(kind, subject, events.latestAbout(subject)));
    }

    /** The newest of those about a subject. */
    private MessageId row(MessageKind kind, UUID subject) {
        return new MessageId(
                jdbc.sql("select id from message where subject_id = ? and kind = ? order by id desc limit 1")
                        .params(subject, kind.word())
                        .query(UUID.class)
                        .single());
    }

    private Optional<CaughtMail> caught(MessageId id) {
        return caught.newest(100, Optional.empty()).stream()
                .filter(mail -> mail.messageId().contains(id.toString()))
                .findFirst();
    }
}
