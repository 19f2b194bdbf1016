package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Role;
import org.commonground.referral.Reference;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding a person, over HTTP, as each role. */
@CommonGroundTest
class SearchPageTest {

    private static final String PAGE = "/referrals";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private People people;
    private String reference;
    private People.Person linkWorker;
    private Visitor visitor;

    @BeforeEach
    void somebodyIsReferred() {
        placing = Placing.in(context);
        people = People.in(context);
        reference = referrals.find(placing.referral()).reference().text();
        linkWorker = people.inTeam(placing.here().team().id(), Role.LINK_WORKER);
        visitor = signedIn(linkWorker);
    }

    @Test
    void a_person_is_found_by_name_and_linked_by_reference() {
        HttpResponse<String> answer = visitor.submit(PAGE, "who", "testerton billie");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("1 referral<", "Wilhelmina Testerton", "/referrals/" + reference, "Received");
        assertThat(visitor.submit(PAGE, "who", reference.toLowerCase()).body()).contains("Wilhelmina Testerton");
        assertThat(visitor.submit(PAGE, "who", "01632 960018").body()).contains("Wilhelmina Testerton");
    }

    @Test
    void nobody_of_another_team_is_found() {
        Visitor other = signedIn(people.inTeam(Placing.in(context).here().team().id(), Role.LINK_WORKER));

        assertThat(other.submit(PAGE, "who", "testerton").body())
                .contains("Nobody found")
                .doesNotContain("Wilhelmina", reference);
    }

    @Test
    void what_is_missing_or_too_little_is_said_at_the_field() {
        for (String typed : List.of("", "  ", "x", "?")) {
            HttpResponse<String> answer = visitor.submit(PAGE, "who", typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(400);
            assertThat(answer.body()).contains("There is a problem", "href=\"#who\"", "Error: Find a person");
        }
        assertThat(visitor.submit(PAGE, "who", "a".repeat(5000)).body()).contains("Type at most 200 characters");
    }

    @Test
    void too_many_are_not_all_listed() {
        for (int i = 0; i < SearchController.MOST; i++) {
            placing.referral();
        }
        assertThat(visitor.submit(PAGE, "who", "testerton").body())
                .contains("More than " + SearchController.MOST + " referrals", "Add a date of birth");
    }

    @Test
    void hostile_words_are_shown_as_words() {
        assertThat(visitor.submit(PAGE, "who", "<script>alert(1)</script> \" onfocus=\"x")
                        .body())
                .doesNotContain("<script>alert", "\" onfocus=\"")
                .contains("&lt;script&gt;");
        placing.referral(Invented.referral().named("<b>Bobby", "Tables'); --"));
        assertThat(visitor.submit(PAGE, "who", "bobby").body())
                .contains("&lt;b&gt;Bobby")
                .doesNotContain("<b>Bobby");
    }

    @Test
    void every_search_says_who_looked_by_what_and_never_for_whom() {
        visitor.submit(PAGE, "who", "Testerton");
        visitor.submit(PAGE, "who", "01632 960018");

        assertThat(jdbc.sql("select reason from event where kind = 'people-searched' and subject_id = :who order by at")
                        .param("who", linkWorker.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("name", "phone");
        visitor.open(PAGE + "/" + reference);
        assertThat(jdbc.sql("select subject_id from event where kind = 'referral-looked-at' and referral_id = :id")
                        .param(
                                "id",
                                referrals
                                        .byReference(new Reference(reference))
                                        .orElseThrow()
                                        .id()
                                        .value())
                        .query(UUID.class)
                        .list())
                .as("who looked")
                .containsExactly(linkWorker.id().value());
    }

    @Test
    void whoever_works_in_no_team_has_no_such_page_and_no_link_to_it() {
        for (People.Person stranger : List.of(
                people.with(Role.MANAGER),
                people.with(Role.ADMINISTRATOR),
                people.with(Role.SAFEGUARDING_LEAD),
                people.inTeam(placing.here().team().id(), Role.MANAGER),
                people.organiserOf(UUID.randomUUID()))) {
            Visitor outsider = signedIn(stranger);
            assertThat(outsider.open(PAGE).statusCode()).isEqualTo(404);
            assertThat(outsider.get("/tasks/links").body()).doesNotContain("\"/referrals\"");
            assertThat(outsider.open("/mails").body()).doesNotContain("Find a person");
        }
        assertThat(visitor.get("/tasks/links").body()).contains("\"/referrals\"");
        assertThat(new Visitor(port).next(new Visitor(port).open(PAGE))).isEqualTo("/sign-in");
    }

    @Test
    void a_search_from_elsewhere_is_refused() {
        assertThat(visitor.send(
                                "POST",
                                PAGE,
                                BodyPublishers.ofString("who=testerton"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
    }

    private Visitor signedIn(People.Person person) {
        Visitor somebody = new Visitor(port);
        somebody.signIn(person);
        return somebody;
    }
}
