package org.commonground.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.placement.Placements;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Reference;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.TimePasses;
import org.commonground.testing.Visitor;
import org.commonground.workflow.engine.DueJobs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * One whole referral, from the practice's call to its last mail: a link worker and an organiser work in Tasklist in a
 * real browser, and the clock is moved for the weeks between.
 */
@CommonGroundTest
class JourneyIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DueJobs jobs;

    @Autowired
    private Outbox outbox;

    @Autowired
    private WorkingDays days;

    @Autowired
    private CaughtMails mails;

    @LocalServerPort
    private int port;

    private Neighbourhood here;
    private String reference;

    @Test
    void one_referral_from_the_practices_call_to_its_last_mail() throws Exception {
        assumeTrue(Chromium.isHere());
        here = Neighbourhood.in(context);
        NewGroup singers = InventedGroup.singers().here(context);
        GroupId group = context.getBean(Groups.class).create(singers, Actor.SYSTEM);
        People people = People.in(context);
        People.Person linkWorker = people.inTeam(here.team().id(), Role.LINK_WORKER);
        People.Person organiser = people.organiserOf(group.value());
        try (Chromium chromium = Chromium.start()) {
            Tasklist robin = new Tasklist(chromium.open(), "http://localhost:" + port);
            Tasklist gita = new Tasklist(chromium.open(), "http://localhost:" + port);
            try {
                travel(robin, linkWorker, gita, organiser, singers.name());
            } catch (RuntimeException | AssertionError stopped) {
                robin.picture("where-the-link-worker-stopped");
                gita.picture("where-the-organiser-stopped");
                throw stopped;
            }
            mailsTellTheStory(organiser);
        }
    }

    private void travel(Tasklist robin, People.Person linkWorker, Tasklist gita, People.Person organiser, String group)
            throws Exception {
        reference = refer();
        assertThat(standing()).isEqualTo("received");
        between();
        robin.signIn(linkWorker);
        reach(robin);
        talk(robin);
        choose(robin, group);
        check(robin);
        gita.signIn(organiser);
        sayYes(gita);
        askThePerson(robin);
        comeAndSee(robin);
        assertThat(standing()).isIn("placed", "following-up");
        for (int week : List.of(2, 6, 12)) {
            lookBack(robin, week);
        }
        between();
        assertThat(standing()).isEqualTo("closed");
    }

    private String refer() throws Exception {
        try (InputStream example = getClass().getResourceAsStream("/openapi/referral-routine.json")) {
            HttpResponse<String> response = practice("POST", "/api/referrals", example.readAllBytes());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
            return json(response).get("reference").asText();
        }
    }

    private String standing() throws Exception {
        return json(practice("GET", "/api/referrals/" + reference, new byte[0]))
                .get("standing")
                .asText();
    }

    private HttpResponse<String> practice(String method, String path, byte[] body) {
        String login = here.practice().odsCode() + ":" + here.practice().key();
        return new Visitor(port)
                .send(
                        method,
                        path,
                        BodyPublishers.ofByteArray(body),
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
                        "Content-Type",
                        "application/json");
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    private ReferralId referral() {
        return Reference.parse(reference)
                .flatMap(context.getBean(Referrals.class)::byReference)
                .orElseThrow()
                .id();
    }

    private TimePasses time() {
        return new TimePasses(context);
    }

    /** What a running service does by itself between two visits. */
    private void between() {
        jobs.runAll();
        outbox.sendDue();
    }

    private void reach(Tasklist robin) {
        String task = "Reach the person · " + reference;
        robin.open("My team", task);
        robin.picture("reach-the-person");
        robin.choose("How did you try to reach them?", "Call");
        robin.choose("What came of it?", "Reached: we have agreed when to talk");
        robin.day("Day", days.today().minusDays(3));
        robin.time("Time", "10:30");
        robin.write("Where, or how", "The library");
        robin.choose("May we send them the appointment by mail?", "Yes");
        assertThat(robin.refused()).as("the server's word, by field").contains("Day");
        robin.picture("refused");
        robin.day("Day", days.after(days.today(), 1));
        robin.done();
        between();
    }

    private void talk(Tasklist robin) {
        time().untilAppointment(referral());
        String task = "Talk with the person · " + reference;
        robin.open("Mine", task);
        robin.choose("How does it go on?", "Go ahead: choose groups together");
        robin.choose("Do they understand what is proposed, and can they decide?", "Yes");
        robin.write("What matters to them?", "To sing again");
        robin.choose("Which days suit?", "Tuesday");
        robin.choose("Which times of day suit?", "Afternoon");
        robin.choose("How far can they travel?", "Anywhere in the area");
        Tasklist.scales().forEach(scale -> robin.select(scale, "5"));
        robin.select("How often do you feel that you lack companionship?", "Often");
        robin.select("How often do you feel left out?", "Some of the time");
        robin.select("How often do you feel isolated from others?", "Often");
        robin.select("How often do you feel lonely?", "Some of the time");
        robin.choose("May groups be told what they must know about risks?", "Yes");
        robin.choose("May the practice hear how it goes?", "Yes");
        robin.choose("May we send them mails?", "Yes");
        robin.choose("May we send them text messages?", "No");
        robin.picture("talk-with-the-person");
        robin.done();
        between();
    }

    private void choose(Tasklist robin, String group) {
        String task = "Choose groups with the person · " + reference;
        robin.open("Mine", task);
        robin.choose("How does it go on?", "There are groups to try");
        robin.choose("Which groups do you try?", group);
        robin.choose("The person agrees that we share with", group);
        robin.choose("Who gave this consent?", "The person");
        robin.picture("choose-groups");
        robin.done();
        between();
    }

    private void check(Tasklist robin) {
        String task = "Check the person's side · " + reference;
        robin.open("Mine", task);
        robin.choose("The group does not offer all of that. Is the rest arranged?", "Yes");
        robin.write("How is it arranged?", "She sits in the front row, on the left");
        robin.choose("Is the person in crisis now?", "No");
        robin.choose("Risk that they harm or neglect themselves", "None known");
        robin.choose("Risk that they harm somebody", "None known");
        robin.choose("Risk that somebody harms them", "None known");
        robin.choose("Risk for whoever visits them", "None known");
        robin.choose("Is a safeguarding enquiry open?", "No");
        robin.write("What must the group know?", "Needs a chair within reach");
        robin.choose("Does the person agree that the group is told?", "Yes");
        robin.choose("Who gave this consent?", "The person");
        robin.choose(
                "I have checked this with the person and sign it", "I have checked this with the person and sign it");
        robin.picture("check-the-persons-side");
        robin.done();
        between();
    }

    private void sayYes(Tasklist gita) {
        String task = "Answer the offer · " + reference;
        gita.open("My team", task);
        assertThat(gita.text())
                .as("an organiser reads what keeps the person safe, and no name")
                .contains("Needs a chair within reach")
                .doesNotContain("Madeup");
        gita.choose("Can you give the support they need?", "Yes");
        gita.choose("Will there be enough people to help?", "Yes");
        gita.choose("Do the place and what you do there suit?", "Yes");
        gita.choose("Do you say yes?", "Yes, this person can come");
        gita.write("Who looks after safety and safeguarding on the day?", "Alex Organiserly");
        gita.picture("answer-the-offer");
        gita.done();
        between();
    }

    private void askThePerson(Tasklist robin) {
        String task = "Ask the person · " + reference;
        robin.open("Mine", task);
        robin.choose("Does the person want to go?", "Yes");
        robin.day("Day", days.after(days.today(), 1));
        robin.time("Time", "14:00");
        robin.write("Where should they come to?", "Chapel Hall, side door");
        robin.write("Who meets them?", "Alex");
        robin.choose("Does somebody come along?", "No");
        robin.picture("ask-the-person");
        robin.done();
        between();
    }

    private void comeAndSee(Tasklist robin) {
        time().untilFirstSession(context.getBean(Placements.class)
                .open(referral())
                .get(0)
                .id());
        String task = "Record the first session · " + reference;
        robin.open("Mine", task);
        robin.choose("Did they come?", "Yes, they came");
        robin.picture("record-the-first-session");
        robin.done();
        between();
    }

    private void lookBack(Tasklist robin, int week) {
        time().untilFollowUp(referral());
        between();
        String task = "Look back with the person · " + reference;
        // it comes to whoever talked with the person
        robin.open("Mine", task);
        robin.choose("Did you reach them?", "Yes");
        robin.select("How did you reach them, or try to?", "By phone");
        robin.choose("Do they still go?", "Yes, regularly");
        robin.write("How does it go?", "She has a part to sing alone");
        robin.write("What comes next?", "She stays");
        Tasklist.scales().forEach(scale -> robin.select(scale, "7"));
        robin.select("How often do you feel that you lack companionship?", "Some of the time");
        robin.select("How often do you feel left out?", "Hardly ever or never");
        robin.select("How often do you feel isolated from others?", "Some of the time");
        robin.select("How often do you feel lonely?", "Occasionally");
        robin.choose("Did you remind them of that?", "Yes");
        robin.picture("look-back-" + week);
        robin.done();
        between();
    }

    private void mailsTellTheStory(People.Person organiser) {
        List<CaughtMail> all = mails.newest(10_000, Optional.empty());
        String toPractice = context.getBean(org.commonground.neighbourhood.Practices.class)
                .find(here.practice().practice())
                .orElseThrow()
                .mail()
                .text();
        assertThat(all.stream().filter(mail -> mail.to().contains(toPractice)))
                .as("to the practice: received, placed, closed")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(all.stream()
                        .filter(mail ->
                                mail.to().contains(organiser.account().mail().text())))
                .as("to the organiser: the offer")
                .hasSize(1);
        assertThat(all.stream().filter(mail -> !mail.attachments().isEmpty()))
                .as("to the person: appointments with calendar entries")
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
