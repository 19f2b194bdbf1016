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
                .as(what + " fits the width of a phone")
                .isLessThanOrEqualTo(PHONE);
    }
}
