package org.commonground.workflow.traces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.commonground.account.Role;
import org.commonground.referral.Referrals;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Tasklist as Common Ground shows it, as a link worker sees it. */
@CommonGroundTest
class TasklistInBrowserIT {

    /** Buttons and notices that lead nowhere here. */
    private static final List<String> HIDDEN = List.of(
            ".ce-eol-banner",
            ".start-process-action",
            ".create-task-action",
            ".createCommentLink",
            ".meta .groups",
            ".meta .followup-date",
            ".form-actions .btn-default",
            ".task-filters .actions");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Chromium chromium;
    private Page page;
    private Journey journey;
    private String task;

    @BeforeEach
    void open() {
        assumeTrue(Chromium.isHere());
    }

    /** Somebody of the referral's team sees the list of what nobody has claimed. */
    private void see(Journey sent, String name) {
        journey = sent;
        task = name + " · " + journey.stands().reference();
        People.Person linkWorker = People.in(context).inTeam(journey.stands().team(), Role.LINK_WORKER);
        chromium = Chromium.start();
        // as many a browser in England comes: days are ours all the same
        page = chromium.open("en-US");
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("#username", linkWorker.username());
        page.fill("#password", linkWorker.password());
        page.click("#sign-in button");
        list("My team");
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void shows_who_a_task_is_about_and_nothing_that_leads_nowhere() {
        see(Journey.received(context, Invented.referral().urgent()), "Reach the person");
        Locator card = page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(task));
        assertThat(card.locator(".cg-card-who")).hasText("Wilhelmina Testerton, " + age());
        assertThat(card.locator(".cg-card-urgent")).hasText("Urgent");
        assertThat(card.locator(".cg-card-hint")).hasText("Safe to use: call, mail");
        assertThat(page).hasTitle("Common Ground Tasks");

        claim();
        HIDDEN.forEach(what -> page.locator(what)
                .all()
                .forEach(found -> assertThat(found.isVisible()).as(what).isFalse()));

        Page beside = page.waitForPopup(() -> page.click(".fjs-form >> text=Open the referral"));
        assertThat(beside.locator("h1")).containsText("Wilhelmina Testerton");
        assertThat(page.locator(".fjs-container")).isVisible();

        page.click(".task-card .nav-tabs >> text=Referral");
        assertThat(page.locator(".cg-panel"))
                .containsText(journey.stands().reference().text());
        page.click(".cg-panel >> text=Open the referral");
        assertThat(page.locator("h1")).containsText("Wilhelmina Testerton");
    }

    @Test
    void shows_by_name_who_has_a_task_and_takes_it_over_at_one_click() {
        Journey sent = Journey.received(context);
        People.Person kim = People.in(context).inTeam(sent.stands().team(), Role.LINK_WORKER);
        sent.port().claim(sent.task(sent.referral().value(), "make-contact").id(), kim.actor());
        see(sent, "Reach the person");
        list("All of my team");
        Locator card = page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(task));
        assertThat(card.locator("h5.assignee"))
                .hasText(kim.account().displayName().text());
        card.locator("a").first().click();

        page.click(".cg-take-over >> text=Take over from "
                + kim.account().displayName().text());
        assertThat(page.locator(".form-actions .btn-primary")).isVisible();
        assertThat(page.locator(".cg-take-over button")).hasCount(0);
        assertThat(sent.task(sent.referral().value(), "make-contact").assignee())
                .get()
                .isNotEqualTo(kim.id().toString());
    }

    /** In a list so narrow that the reference has no room beside the last word of the name. */
    @Test
    void keeps_a_reference_on_one_line_and_each_tasks_own_in_its_heading() {
        Neighbourhood here = Neighbourhood.in(context);
        Journey first = Journey.received(context, Invented.referral(), here);
        Journey second = Journey.received(context, Invented.referral(), here);
        see(first, "Reach the person");
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(".tasks-list h4.task { width: 5em }"));
        String reference = first.stands().reference().text();
        Locator name = page.locator(".tasks-list .task a", new Page.LocatorOptions().setHasText(task));
        assertThat(name).hasText(task);
        assertThat((Integer) name.getByText(reference, new Locator.GetByTextOptions().setExact(true))
                        .evaluate("shown => shown.getClientRects().length"))
                .isEqualTo(1);

        for (Journey one : List.of(first, second, first)) {
            String its = "Reach the person · " + one.stands().reference();
            page.click(".tasks-list .task a:has-text('" + its + "')");
            assertThat(page.locator(".task-card h2.task")).hasText(its);
        }
    }

    @Test
    void says_what_was_refused_one_line_for_each_field_and_leaves_the_form_as_it_was() {
        see(Journey.received(context), "Reach the person");
        claim();
        page.check(".fjs-form-field-radio >> nth=0 >> input >> nth=0");
        page.check(".fjs-form-field-radio >> nth=1 >> input >> nth=0");
        assertThat(page.locator("[id$=conversationOn-date]")).hasAttribute("placeholder", "dd/mm/yyyy");
        page.check(".fjs-form-field-radio >> nth=1 >> input >> nth=3");
        page.locator(".fjs-form-field-select .fjs-input-group")
                .locator("visible=true")
                .first()
                .click();
        page.click(".fjs-dropdownlist-item >> nth=0");
        page.route("**/submit-form", TasklistInBrowserIT::spoil);
        page.click(".form-actions .btn-primary");

        Locator notice = page.locator(".page-notifications .alert-danger");
        assertThat(notice).containsText("This was not sent, and nothing was changed");
        assertThat(notice).containsText("Choose what came of it");
        assertThat(notice).not().containsText("Cannot submit task form");
        assertThat(page.locator(".cg-refused .fjs-form-field-label").first()).containsText("What came of it?");
        assertThat(page.locator(".cg-refusal")).containsText("Choose what came of it");
        assertThat(page.locator(".fjs-container")).isVisible();

        page.unroute("**/submit-form");
        page.click(".form-actions .btn-primary");
        assertThat(page.locator(".fjs-container")).hasCount(0);
        assertThat(notice).hasCount(0);
    }

    /** What a form cannot say by itself, somebody may still send. */
    private static void spoil(Route route) {
        String body = route.request().postData().replace("\"declined\"", "\"nonsense\"");
        route.resume(new Route.ResumeOptions().setPostData(body));
    }

    @Test
    void leaves_no_draft_in_the_browser() {
        see(Journey.received(context), "Reach the person");
        page.evaluate("localStorage.setItem('camunda-form:somebody', '{}')");
        page.reload();
        page.locator(".task-filters").waitFor();
        assertThat((Boolean) page.evaluate("Object.keys(localStorage).some(key => key.startsWith('camunda-form:'))"))
                .isFalse();
    }

    @Test
    void looking_back_shows_the_earlier_answers_and_asks_nothing_of_somebody_who_was_not_reached() {
        Journey sent = Journey.choosing(context);
        sent.attend(sent.offered(sent.group()));
        sent.executeJobs();
        sent.fireTimer("wait-for-follow-up");
        // it came to whoever talked with the person
        sent.bean(TaskPort.class)
                .putBack(sent.task(sent.plan(), "hold-follow-up").id(), sent.linkWorker());
        see(sent, "Look back with the person");
        claim();

        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("2 weeks after the first session");
        Locator measures = form.getByText("Overall, how satisfied are you with your life nowadays?");
        assertThat(measures).isHidden();
        page.check(".fjs-form-field-radio >> nth=0 >> input >> nth=0");
        assertThat(measures).isVisible();
        assertThat(form).containsText("Earlier: in conversation 4 (low)");
        assertThat(form).containsText("Earlier: in conversation not asked");
        assertThat(form).containsText("Earlier: in conversation some of the time");

        page.check(".fjs-form-field-radio >> nth=0 >> input >> nth=1");
        page.click(".fjs-form-field-select .fjs-input-group");
        page.click(".fjs-dropdownlist-item >> nth=0");
        page.click(".form-actions .btn-primary");
        assertThat(page.locator(".task-card h2.task")).isHidden();
        assertThat(sent.openTasks(sent.plan())).isEmpty();
    }

    private void list(String filter) {
        page.click(".task-filters a:has-text('" + filter + "')");
    }

    private void claim() {
        page.click(".tasks-list .task a:has-text('" + task + "')");
        page.click("button.claim");
        page.locator(".form-actions .btn-primary").waitFor();
    }

    private int age() {
        return journey.bean(Referrals.class)
                .personOf(journey.referral())
                .born()
                .ageOn(journey.days().today());
    }
}
