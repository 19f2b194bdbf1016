package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.referral.Referrals;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of a referral in a browser: no barrier that axe finds, on a phone's width, with the keyboard alone. */
@CommonGroundTest
class ReferralPagesInBrowserIT {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE = 320;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    private Chromium chromium;
    private Page page;
    private String home;
    private String referral;
    private People.Person linkWorker;
    private People.Person organiser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.isHere());
        Placing placing = Placing.in(context);
        People people = People.in(context);
        GroupId group = InventedGroup.singers().in(context);
        var id = placing.referral();
        placing.offered(id, group);
        linkWorker = people.inTeam(placing.here().team().id(), Role.LINK_WORKER);
        organiser = people.organiserOf(group.value());
        home = "http://localhost:" + port;
        referral = home + "/referrals/" + referrals.find(id).reference();
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
    void every_page_of_the_team_is_without_barriers_on_a_phone() {
        signIn(linkWorker);
        look(referral);
        look(referral + "/concern");
        page.click("main button");
        hasNoBarrier("concern with errors");
        assertThat(page.title()).startsWith("Error: ");
        page.click("a[href='#what']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("what");

        look(referral + "/send-back");
        look(referral + "/crisis");
        page.click("main button");
        hasNoBarrier("crisis with errors");
        page.click("a[href='#kind-0']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("kind-0");
        page.check("#kind-1");
        page.fill("#said", "She cries and cannot stop, " + "verylongwordwithoutanyspace".repeat(6));
        page.check("#saidBy-0");
        page.click("main button");
        page.waitForURL("**/crisis/declared");
        hasNoBarrier("crisis declared");
        look(referral);
        look(referral + "/consents");
        page.click("main button");
        hasNoBarrier("consents with an error");
        choose("feedback");
        hasNoBarrier("what follows");
        page.click("main button");
        hasNoBarrier("withdrawn");
        assertThat(page.textContent("h1")).isEqualTo("The consent is withdrawn");
        look(referral + "/stop");
        page.click("main button");
        hasNoBarrier("question with an error");
        choose("moved");
        choose("person");
        choose("call");
        hasNoBarrier("note");
        page.click("main button");
        hasNoBarrier("check your answers");
        page.click("main button");
        hasNoBarrier("recorded");
        assertThat(page.textContent("h1")).isEqualTo("The referral has ended");
        look(referral);
    }

    @Test
    void an_organiser_raises_a_concern_with_the_keyboard_alone() {
        signIn(organiser);
        look(referral);
        page.focus("main a.govuk-button");
        page.keyboard().press("Enter");
        page.waitForURL("**/concern");
        page.focus("#danger-yes");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("She says her son takes her money.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/concern/received");
        hasNoBarrier("received");
        assertThat(page.textContent("main")).contains("Concern received", "999").doesNotContain("her son");
    }

    private void signIn(People.Person person) {
        page.navigate(home + "/sign-in");
        page.fill("#username", person.username());
        page.fill("#password", person.password());
        page.click("#sign-in button");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private void choose(String word) {
        page.check("input[value='" + word + "']");
        page.click("main button");
    }

    private void look(String address) {
        page.navigate(address);
        hasNoBarrier(address.substring(home.length()));
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
