package org.commonground.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.platform.time.MovableClock;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommonGroundTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    Visitor visitor;
    People people;

    @BeforeEach
    void comes() {
        visitor = new Visitor(port);
        people = People.in(context);
    }

    @Test
    void whoever_is_not_signed_in_is_shown_where_to() {
        assertThat(visitor.next(visitor.open("/"))).isEqualTo("/sign-in");
        assertThat(visitor.next(visitor.open("/camunda/app/tasklist/default/"))).isEqualTo("/sign-in");
        assertThat(visitor.open("/sign-in").body()).contains("<h1 class=\"govuk-heading-xl\">Sign in</h1>");
        assertThat(visitor.get("/assets/common-ground.css").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/assets/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void after_signing_in_everybody_comes_to_their_work() {
        assertThat(visitor.next(visitor.signIn(people.with(Role.LINK_WORKER)))).isEqualTo("/");
        assertThat(visitor.next(visitor.open("/"))).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);

        Visitor manager = new Visitor(port);
        manager.signIn(people.with(Role.MANAGER));
        assertThat(manager.next(manager.open("/"))).isEqualTo("/camunda/app/cockpit/default/");
        assertThat(manager.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void after_signing_in_somebody_comes_to_the_page_they_asked_for_and_never_to_a_part_of_it() {
        visitor.open("/camunda/app/tasklist/default/");
        visitor.get("/camunda/lib/deps.js", "Accept", "*/*");
        assertThat(visitor.next(visitor.signIn(people.with(Role.LINK_WORKER))))
                .isEqualTo("/camunda/app/tasklist/default/");
    }

    @Test
    void a_wrong_password_is_refused_without_saying_what_is_wrong(CapturedOutput output) {
        People.Person person = people.with(Role.LINK_WORKER);
        assertThat(visitor.next(visitor.signIn(person.username(), "not the password")))
                .isEqualTo("/sign-in?refused");
        assertThat(visitor.next(visitor.signIn("nobody-i-know", "not the password")))
                .isEqualTo("/sign-in?refused");
        assertThat(visitor.open("/sign-in?refused").body()).contains("The username or the password is wrong");
        assertThat(visitor.next(visitor.open("/"))).isEqualTo("/sign-in");
        assertThat(output)
                .contains("sign-in refused: account " + person.id())
                .contains("sign-in refused: an unknown username")
                .doesNotContain(person.username())
                .doesNotContain("nobody-i-know")
                .doesNotContain("not the password");
    }

    @Test
    void too_many_wrong_passwords_close_the_door_for_a_while_for_that_username_alone() {
        People.Person person = people.with(Role.LINK_WORKER);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.next(visitor.signIn(person.username(), "wrong " + i)))
                    .isEqualTo("/sign-in?refused");
        }
        assertThat(visitor.next(visitor.signIn(person))).isEqualTo("/sign-in?paused");
        assertThat(visitor.next(visitor.signIn(" " + person.username().toUpperCase(), person.password())))
                .as("a username in other letters is the same username")
                .isEqualTo("/sign-in?paused");
        assertThat(visitor.next(new Visitor(port).signIn(people.with(Role.LINK_WORKER))))
                .endsWith("/");

        clock.move(Duration.ofMinutes(16));
        assertThat(visitor.next(visitor.signIn(person))).isEqualTo("/");
    }

    @Test
    void signing_in_changes_the_session_and_a_form_without_our_token_is_refused() {
        People.Person person = people.with(Role.LINK_WORKER);
        visitor.open("/camunda/app/tasklist/default/");
        String before = visitor.cookie("CG-SESSION");
        visitor.signIn(person);
        assertThat(visitor.cookie("CG-SESSION")).isNotEqualTo(before);

        HttpResponse<String> forged = visitor.send(
                "POST",
                "/sign-out",
                BodyPublishers.ofString("_csrf=forged"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/sign-out").statusCode())
                .as("signing out is a POST")
                .isEqualTo(404);
        assertThat(visitor.next(visitor.open("/"))).isNotEqualTo("/sign-in");
    }

    @Test
    void our_token_and_the_engines_have_names_of_their_own() {
        visitor.signIn(people.with(Role.LINK_WORKER));
        visitor.open("/camunda/app/tasklist/default/");
        assertThat(visitor.cookie("CG-CSRF")).isNotNull();
        assertThat(visitor.cookie("XSRF-TOKEN")).isNotNull().isNotEqualTo(visitor.cookie("CG-CSRF"));
    }

    @Test
    void no_script_reads_the_sessions_cookie_and_no_other_site_sends_it() {
        List<String> given =
                visitor.signIn(people.with(Role.LINK_WORKER)).headers().allValues("Set-Cookie");
        assertThat(given)
                .filteredOn(cookie -> cookie.startsWith("CG-SESSION="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(given)
                .filteredOn(cookie -> cookie.startsWith("CG-CSRF="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Lax"));
    }

    @Test
    void a_closed_account_is_out_with_its_next_click() {
        People.Person person = people.with(Role.LINK_WORKER);
        visitor.signIn(person);
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        accounts.close(person.id(), Actor.SYSTEM);
        assertThat(visitor.next(visitor.open("/camunda/app/tasklist/default/"))).isEqualTo("/sign-in");
        assertThat(visitor.next(visitor.signIn(person))).isEqualTo("/sign-in?refused");
    }

    @Test
    void another_password_ends_every_session_but_the_one_it_was_chosen_in() {
        People.Person person = people.with(Role.LINK_WORKER);
        Visitor elsewhere = new Visitor(port);
        visitor.signIn(person);
        elsewhere.signIn(person);
        assertThat(elsewhere.open("/account").statusCode()).isEqualTo(200);

        String another = "another long password of a test";
        visitor.submit("/password", "current", person.password(), "chosen", another, "again", another);
        assertThat(visitor.open("/account").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(elsewhere.next(elsewhere.open("/account"))).isEqualTo("/sign-in");
        assertThat(elsewhere.engine("GET", "task/count", null).statusCode()).isEqualTo(401);
        assertThat(elsewhere.next(elsewhere.signIn(person.username(), another))).isEqualTo("/account");
    }

    @Test
    void signing_out_ends_everything_and_clears_the_drafts_in_the_browser() {
        visitor.signIn(people.with(Role.LINK_WORKER));
        visitor.open("/camunda/app/tasklist/default/");
        HttpResponse<String> out = visitor.signOut("/no-such-page");
        assertThat(visitor.next(out)).isEqualTo("/sign-in?signed-out");
        assertThat(visitor.engine("GET", "task", null).statusCode()).isEqualTo(401);
    }

    @Test
    void pages_may_not_be_framed_and_run_no_foreign_script() {
        HttpResponse<String> page = visitor.open("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void the_api_is_for_practices_with_their_key_and_speaks_problem_json() {
        PracticeKey practice = Neighbourhood.in(context).practice();
        HttpResponse<String> nobody = visitor.get("/api/referrals/CG-0000-00");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(nobody.body()).contains("ODS code and key");
        assertThat(basic("/api/referrals/CG-0000-00", practice.odsCode(), "wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(basic("/api/nothing", practice.odsCode(), practice.key()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.cookie("CG-SESSION")).as("no session").isNull();

        People.Person person = people.with(Role.ADMINISTRATOR);
        assertThat(basic("/api/nothing", person.username(), person.password()).statusCode())
                .as("no person comes in by this door")
                .isEqualTo(401);
        visitor.signIn(person);
        assertThat(visitor.get("/api/nothing").statusCode())
                .as("a session opens nothing here")
                .isEqualTo(401);
        assertThat(basic("/camunda/api/engine/engine/default/task", practice.odsCode(), practice.key())
                        .statusCode())
                .as("a key opens nothing there")
                .isEqualTo(401);
    }

    @Test
    void the_apis_documentation_is_for_practices_and_for_whoever_is_signed_in() {
        PracticeKey practice = Neighbourhood.in(context).practice();
        assertThat(visitor.next(visitor.open("/swagger-ui/index.html"))).isEqualTo("/sign-in");
        assertThat(basic("/swagger-ui/index.html", practice.odsCode(), practice.key())
                        .statusCode())
                .isEqualTo(200);
        visitor.signIn(people.with(Role.LINK_WORKER));
        assertThat(visitor.open("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void health_and_metrics_are_not_on_this_port() {
        visitor.signIn(people.with(Role.ADMINISTRATOR));
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> basic(String path, String name, String key) {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + key).getBytes());
        return new Visitor(port).get(path, "Authorization", "Basic " + credentials);
    }
}
