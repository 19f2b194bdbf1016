package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What Tasklist's card and panel tell whom, over HTTP, beside real tasks. */
@CommonGroundTest
class TaskCardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private People people;

    @BeforeEach
    void settle() {
        people = People.in(context);
    }

    @Test
    void the_team_sees_who_a_task_is_about_and_which_ways_are_safe() throws Exception {
        Journey journey = Journey.received(context, Invented.referral().urgent());
        String task = journey.task(journey.referral().value(), "make-contact").id();
        Visitor linkWorker = signedIn(people.inTeam(team(journey), Role.LINK_WORKER));

        JsonNode card = cards(linkWorker, task).get(task);
        assertThat(card.get("title").asText()).startsWith("Wilhelmina Testerton, ");
        assertThat(card.get("hint").asText()).isEqualTo("Safe to use: call, mail");
        assertThat(card.get("urgent").asBoolean()).isTrue();

        HttpResponse<String> panel = linkWorker.get("/tasks/" + task + "/panel");
        assertThat(panel.body())
                .contains(journey.stands().reference().text(), "Received", "/stop", "/concern?task=")
                .doesNotContain("Wilhelmina");
        assertThat(panel.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void nobody_else_learns_anything() throws Exception {
        Journey journey = Journey.received(context);
        String task = journey.task(journey.referral().value(), "make-contact").id();
        for (People.Person stranger : List.of(
                people.with(Role.LINK_WORKER),
                people.with(Role.MANAGER),
                people.inTeam(team(journey), Role.MANAGER),
                people.with(Role.ADMINISTRATOR),
                people.with(Role.ORGANISER),
                people.with(Role.SAFEGUARDING_LEAD))) {
            Visitor visitor = signedIn(stranger);
            assertThat(cards(visitor, task)).as(stranger.toString()).isEmpty();
        }
        Visitor manager = signedIn(people.inTeam(team(journey), Role.MANAGER));
        assertThat(manager.get("/tasks/" + task + "/panel").body()).doesNotContain("Wilhelmina", "/referrals/");
        assertThat(new Visitor(port).open("/tasks/cards?ids=" + task).statusCode())
                .as("not signed in")
                .isNotEqualTo(200);
    }

    @Test
    void an_organiser_sees_their_own_group_and_may_raise_a_concern() throws Exception {
        Journey journey = Journey.choosing(context);
        GroupId group = journey.group(InventedGroup.singers());
        PlacementId placement = journey.offered(group);
        String task = journey.task(placement.value(), "answer-offer").id();
        Visitor organiser = signedIn(people.organiserOf(group.value()));

        assertThat(cards(organiser, task).get(task).get("title").asText()).startsWith("Singers");
        assertThat(organiser.get("/tasks/" + task + "/panel").body())
                .contains("/concern?task=")
                .doesNotContain("/stop", "Wilhelmina", "Testerton");
        Visitor other = signedIn(people.organiserOf(journey.group().value()));
        assertThat(cards(other, task)).isEmpty();
    }

    @Test
    void at_most_a_hundred_are_answered_at_once_and_unknown_ones_not_at_all() throws Exception {
        Visitor linkWorker = signedIn(people.with(Role.LINK_WORKER));
        String many = Collections.nCopies(101, "x").stream().collect(Collectors.joining(","));
        assertThat(linkWorker.get("/tasks/cards?ids=" + many).statusCode()).isEqualTo(400);
        assertThat(cards(linkWorker, UUID.randomUUID().toString(), "nonsense")).isEmpty();
        assertThat(linkWorker.get("/tasks/nonsense/panel").statusCode()).isEqualTo(404);
    }

    private TeamId team(Journey journey) {
        return journey.stands().team();
    }

    private static JsonNode cards(Visitor visitor, String... tasks) throws Exception {
        String ids = Stream.of(tasks).collect(Collectors.joining(","));
        return JSON.readTree(visitor.get("/tasks/cards?ids=" + ids).body());
    }

    private Visitor signedIn(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }
}
