package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referrals;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.ReferralForm;
import org.commonground.testing.Refusing;
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
    private static final String LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";

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
    private Account desk;

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
        placing.referral(Invented.referral().named("Wilhelmina", LONG_NAME));
        desk = context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                "desk-" + UUID.randomUUID().toString().substring(0, 8),
                                new PersonName("Desk Example"),
                                null,
                                placing.here().practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
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
        page.click("a[href='#kind']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("kind");
        page.check("[name=kind] >> nth=1");
        page.fill("#said", "She cries and cannot stop, " + "verylongwordwithoutanyspace".repeat(6));
        page.check("#saidBy");
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
    void a_person_with_a_long_name_is_found_noted_and_changed_on_a_phone() {
        signIn(linkWorker);
        look(home + "/referrals");
        page.click("main button");
        hasNoBarrier("search with an error");
        page.click("a[href='#who']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("who");
        page.fill("#who", LONG_NAME);
        page.keyboard().press("Enter");
        page.waitForSelector("text=1 referral");
        assertThat(page.url()).endsWith("/referrals");
        hasNoBarrier("found");
        page.click(".cg-list__name");
        hasNoBarrier("the page of somebody with a long name");

        page.click("text=Note a contact");
        page.click("main button");
        hasNoBarrier("contact with errors");
        page.check("#how");
        page.fill("#with", "The person");
        page.fill("#said", "Would like to sing");
        page.click("main button");
        page.waitForSelector("text=The contact is noted");

        page.click("text=Change details");
        page.fill("#phone", "nonsense");
        page.click("main button");
        hasNoBarrier("details with an error");
        page.click("a[href='#phone']");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("phone");
        page.fill("#phone", "01632 960 001");
        page.click("main button");
        page.waitForSelector("text=Changed: phone numbers");
        hasNoBarrier("changed");
        look(page.url() + "/group");
    }

    @Test
    void a_practice_without_a_system_refers_and_prints_on_a_phone() {
        page.navigate(home + "/sign-in");
        page.fill("#username", desk.username());
        page.fill("#password", People.PASSWORD);
        page.click("#sign-in button");
        page.waitForURL("**/practice");
        hasNoBarrier("a practice's referrals");
        page.click("text=Refer somebody");
        page.click("main button");
        hasNoBarrier("referring with errors");
        ReferralForm.filled().answers().forEach(this::answer);
        page.click("main button");
        page.waitForURL("**/check");
        hasNoBarrier("check the referral");
        page.click("text=Send the referral");
        page.waitForURL("**/done");
        hasNoBarrier("referred");
        page.click("text=Open the referral");
        hasNoBarrier("one referral");
        page.click("text=Feedback letter");
        hasNoBarrier("the letter");
    }

    /** Fills in one answer, whatever it is asked with. */
    private void answer(String name, String value) {
        Locator field = page.locator("[name='" + name + "']");
        if (value.isEmpty()) {
            return;
        }
        switch (field.first()
                .evaluate("field => field.tagName + ' ' + field.type")
                .toString()) {
            case "INPUT radio", "INPUT checkbox" -> page.check("[name='" + name + "'][value='" + value + "']");
            case "SELECT select-one" -> field.selectOption(value);
            default -> field.fill(value);
        }
    }

    @Test
    void an_organiser_raises_a_concern_with_the_keyboard_alone() {
        signIn(organiser);
        look(referral);
        page.focus("main a.govuk-button");
        page.keyboard().press("Enter");
        page.waitForURL("**/concern");
        page.focus("#immediateDanger");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("She says her son takes her money.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/concern/received");
        hasNoBarrier("received");
        assertThat(page.textContent("main")).contains("Concern received", "999").doesNotContain("her son");
    }

    @Test
    void what_is_refused_is_read_first_also_where_it_is_about_no_question_and_what_was_written_stays() {
        signIn(linkWorker);
        page.navigate(referral + "/concern");
        page.check("#immediateDanger");
        page.fill("#what", "Bruises on both arms");
        try (Refusing refusing = Refusing.with(Refusal.conflict("Somebody else was faster"), context)) {
            page.click("main button");
            hasNoBarrier("a concern that is refused");
            assertThat(refusing.asked()).isOne();
        }
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("govuk-error-summary");
        assertThat(page.textContent(".govuk-error-summary")).contains("Somebody else was faster");
        assertThat(page.inputValue("#what")).isEqualTo("Bruises on both arms");
        page.fill("#what", "");
        page.click("main button");
        assertThat(page.getAttribute("#what", "aria-describedby")).isEqualTo("what-hint what-error");
        assertThat(page.getAttribute("#what", "aria-invalid")).isEqualTo("true");
        assertThat(page.textContent("#what-error")).contains("Say what happened");
        page.fill("#what", "Bruises on both arms");
        page.click("main button");
        page.waitForURL("**/concern/received");
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
