package org.commonground.web.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonground.account.Role;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out with a real browser. */
@CommonGroundTest
class SignInBrowserIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    private Page page;
    private People people;
    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.isHere());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void comes() {
        page = chromium.open();
        people = People.in(context);
        page.onResponse(this::remember);
    }

    @Test
    void a_link_worker_signs_in_to_tasklist_and_out_of_everything() {
        page.navigate(at("/camunda/app/tasklist/default/"));
        assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("sign-in");

        People.Person person = people.inTeam(Neighbourhood.in(context).team().id(), Role.LINK_WORKER);
        signIn(person.username(), "not the password");
        assertThat(page.getByText("The username or the password is wrong")).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("sign-in-refused");

        signIn(person.username(), person.password());
        page.waitForURL("**/camunda/app/tasklist/default/**");
        assertThat(page.locator(".account"))
                .containsText(person.account().displayName().text());
        picture("tasklist");

        page.locator(".account a.dropdown-toggle").click();
        page.locator(".logout a").click();
        page.waitForURL("**/sign-in?signed-out");
        assertThat(page.getByText("You are signed out")).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("signed-out");
        page.navigate(at("/camunda/app/tasklist/default/"));
        assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
        assertThat(refused).isEmpty();
    }

    @Test
    void a_manager_signs_in_to_cockpit_and_sees_what_runs() {
        People.Person person = people.with(Role.MANAGER);
        page.navigate(at("/"));
        signIn(person.username(), person.password());
        page.waitForURL("**/camunda/app/cockpit/default/**");
        assertThat(page.locator(".account"))
                .containsText(person.account().displayName().text());
        page.navigate(at("/camunda/app/cockpit/default/#/processes"));
        assertThat(page.getByText("safeguarding-concern")).isVisible();
        picture("cockpit");
        page.locator(".account a.dropdown-toggle").click();
        page.locator(".logout a").click();
        page.waitForURL("**/sign-in?signed-out");
        assertThat(refused).isEmpty();
    }

    private void signIn(String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /** What a page asked for in vain. A script is told 401 when it asks after signing out. */
    private void remember(Response response) {
        if (response.status() >= 400 && response.status() != 401) {
            refused.add(response.status() + " " + response.request().method() + " "
                    + response.url().replace("http://localhost:" + port, ""));
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
