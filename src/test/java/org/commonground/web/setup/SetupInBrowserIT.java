package org.commonground.web.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Setting up and leading a team in a browser: no barrier that axe finds, on a phone's width, with long names and errors. */
@CommonGroundTest
class SetupInBrowserIT {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE = 320;
    private static final String LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch-and-Hilltop-";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Teams teams;

    @Autowired
    Accounts accounts;

    @Autowired
    Referrals referrals;

    @Autowired
    Intake intake;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Chromium chromium;
    private Page page;
    private String home;
    private People people;
    private Neighbourhood here;

    @BeforeEach
    void open() {
        assumeTrue(Chromium.isHere());
        people = People.in(context);
        here = Neighbourhood.in(context);
        home = "http://localhost:" + port;
        chromium = Chromium.start();
        page = chromium.open();
        page.setViewportSize(PHONE, 700);
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void an_administrator_sets_up_on_a_phone_without_barriers() {
        var group = InventedGroup.singers().in(context);
        signIn(people.with(Role.ADMINISTRATOR).username());
        look("/setup");
        look("/setup/teams/new");
        page.fill("#name", LONG + mark);
        page.selectOption("#neighbourhood", Here.in(context).toString());
        page.click("main button");
        hasNoBarrier("teams with a long name");
        look("/setup/teams/" + here.team().id());
        look("/setup/practices/new");
        page.click("main button");
        hasNoBarrier("practice with errors");
        assertThat(page.title()).startsWith("Error: ");
        page.click("a[href='#odsCode']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("odsCode");
        look("/setup/practices");

        look("/setup/staff/new");
        page.click("main button");
        hasNoBarrier("staff with errors");
        page.fill("#username", "kim-" + mark);
        page.fill("#name", "Kim " + LONG);
        page.check("input[value='manager/" + Here.in(context) + "']");
        page.click("main button");
        hasNoBarrier("a password seen once");
        String password = page.textContent(".cg-secret");
        look("/setup/staff/" + accounts.byUsername("kim-" + mark).orElseThrow().id() + "/end");
        look("/setup/groups/" + group);
        look("/setup/groups/" + group + "/facts");
        look("/setup/upload");
        page.setInputFiles(
                "#staff",
                new FilePayload(
                        "staff.csv",
                        "text/csv",
                        ("username,name,roles\n?," + LONG + ",chief\n").getBytes(StandardCharsets.UTF_8)));
        page.click("main button");
        hasNoBarrier("files with problems");
        assertThat(page.textContent("main")).contains("Staff, line 2, roles");

        page.context().clearCookies();
        signIn("kim-" + mark, password);
        hasNoBarrier("a password to choose");
        assertThat(page.textContent("h1")).isEqualTo("Choose your own password");
    }

    @Test
    void a_long_list_is_looked_through_by_keyboard_on_a_phone_without_barriers() {
        for (int number = 0; number < 26; number++) {
            people.with(Role.MANAGER);
        }
        signIn(people.with(Role.ADMINISTRATOR).username());
        look("/setup/organisers");
        look("/setup/staff");
        page.focus("#words");
        page.keyboard().type("Tester");
        page.keyboard().press("Enter");
        page.waitForSelector("h2[role='status']");
        hasNoBarrier("found");
        assertThat(page.textContent("h2[role='status']")).endsWith(" found");
        assertThat(page.url()).endsWith("/setup/staff");
        tabTo("Next page");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Previous");
        hasNoBarrier("the second page of what was found");
        assertThat(page.inputValue("#words")).isEqualTo("Tester");
        assertThat(page.textContent(".cg-pages__here")).startsWith("26 to ");

        tabTo("Show all");
        page.keyboard().press("Enter");
        page.waitForSelector("a[rel='next']");
        tabTo("Next page");
        page.keyboard().press("Enter");
        page.waitForURL("**/setup/staff?page=2");
        hasNoBarrier("the second page of all");

        page.fill("#words", "nobody" + mark);
        page.keyboard().press("Enter");
        page.waitForSelector("text=Nothing found");
        hasNoBarrier("nothing found");
        page.fill("#words", LONG.repeat(5));
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        hasNoBarrier("too much to look for");
        assertThat(page.title()).startsWith("Error: ");
    }

    /** Goes on from where the focus is, as somebody without a mouse. */
    private void tabTo(String words) {
        for (int pressed = 0; pressed < 200; pressed++) {
            page.keyboard().press("Tab");
            if (words.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("No key leads to " + words);
    }

    @Test
    void a_lead_hands_a_task_over_and_says_when_somebody_is_away_on_a_phone_without_barriers() {
        Team team = here.team();
        People.Person lead = people.inTeam(team.id(), Role.TEAM_LEAD);
        People.Person kim = people.inTeam(team.id(), Role.LINK_WORKER);
        teams.change(team.id(), new KeepTeam(LONG + mark, lead.id(), null), Actor.SYSTEM);
        intake.receive(Invented.referral().message(), null, here.actor());
        signIn(lead.username());
        look("/team");
        page.click("main form button");
        hasNoBarrier("team with errors");
        page.check("input[name='task']");
        page.selectOption("#to", kim.id().toString());
        page.click("main form button");
        hasNoBarrier("handed over");
        assertThat(page.textContent("main")).contains("1 task handed over to");

        look("/people/" + kim.id() + "/absences/new");
        page.click("main button");
        hasNoBarrier("absence with errors");
        look("/account");
    }

    private void signIn(String username) {
        signIn(username, "a long password of a test");
    }

    private void signIn(String username, String password) {
        page.navigate(home + "/sign-in");
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("#sign-in button");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.waitForLoadState();
    }

    private void look(String path) {
        page.navigate(home + path);
        hasNoBarrier(path);
    }

    private void hasNoBarrier(String what) {
        AxeResults found = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(found.getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getTarget())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(what + " fits the width of a phone: " + page.url())
                .isLessThanOrEqualTo(PHONE);
    }
}
