package org.commonground.web.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
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

    @Autowired
    ProcessEngine engine;

    private Page page;
    private People people;
    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.isHere());
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
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
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                System.err.println("XXX console " + message.text());
            }
        });
    }

    @Test
    void a_link_worker_signs_in_to_tasklist_and_out_of_everything() {
        page.navigate(at("/camunda/app/tasklist/default/"));
        assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("sign-in");

        TeamId team = Neighbourhood.in(context).team().id();
        People.Person person = people.inTeam(team, Role.LINK_WORKER);
        signIn(person.username(), "not the password");
        assertThat(page.getByText("The username or the password is wrong")).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("sign-in-refused");

        refused.clear();
        signIn(person.username(), person.password());
        page.waitForURL("**/camunda/app/tasklist/default/**");
        page.waitForTimeout(15000);
        picture("tasklist");
        assertThat(page.getByText(person.account().displayName().text())).isVisible();
        picture("tasklist");
        System.err.println("XXX refused " + refused);

        page.locator(".account, .user-account").first().click();
        page.getByText("Sign out").click();
        page.waitForTimeout(2000);
        picture("tasklist-signed-out");
        System.err.println("XXX url " + page.url());
        System.err.println("XXX refused " + refused);
        page.navigate(at("/camunda/app/tasklist/default/"));
        assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
    }

    @Test
    void a_manager_signs_in_to_cockpit() {
        People.Person person = people.with(Role.MANAGER);
        page.navigate(at("/"));
        signIn(person.username(), person.password());
        page.waitForURL("**/camunda/app/cockpit/default/**");
        page.waitForTimeout(3000);
        picture("cockpit");
        System.err.println("XXX refused " + refused);
        refused.clear();
        page.navigate(at("/camunda/app/cockpit/default/#/processes"));
        page.waitForTimeout(3000);
        picture("cockpit-processes");
        System.err.println("XXX refused " + refused);
    }

    private void signIn(String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void remember(Response response) {
        if (response.status() >= 400) {
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
