package org.commonground.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.commonground.testing.People;

/** Tasklist as a person uses it: by what is written on it. */
final class Tasklist {

    private static final Path PICTURES = Path.of("target", "pictures");
    /** As the form shows dates in the British locale. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Page page;
    private final String home;

    Tasklist(Page page, String home) {
        this.page = page;
        this.home = home;
    }

    void signIn(People.Person person) {
        page.navigate(home + "/camunda/app/tasklist/default/");
        page.getByLabel("Username").fill(person.username());
        page.getByLabel("Password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/camunda/app/tasklist/default/**");
    }

    /** Opens one of the lists and, in it, the task of that name; then claims it where nobody has. */
    void open(String list, String task) {
        page.navigate(home + "/camunda/app/tasklist/default/");
        page.getByText(list, new Page.GetByTextOptions().setExact(false))
                .first()
                .click();
        page.locator(".tasks-list").getByText(task).first().click();
        PlaywrightAssertions.assertThat(page.locator(".fjs-form")).isVisible();
        Locator claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
        if (claim.count() > 0 && claim.first().isVisible()) {
            claim.first().click();
            PlaywrightAssertions.assertThat(complete()).isVisible();
        }
    }

    void choose(String question, String answer) {
        field(question)
                .locator("label:has(input)")
                .filter(new Locator.FilterOptions().setHasText(exactly(answer, "")))
                .first()
                .click();
    }

    /** Chooses in a list that drops down. */
    void select(String question, String answer) {
        Locator field = field(question);
        field.locator(".fjs-input-group, .fjs-select-display, input").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(exactly(answer, "\\s*$")))
                .first()
                .click();
    }

    void write(String question, String answer) {
        field(question).locator("textarea, input").first().fill(answer);
    }

    void day(String question, LocalDate day) {
        Locator input = field(question).locator("input").first();
        input.fill(day.format(DAY));
        input.press("Enter");
    }

    void time(String question, String time) {
        Locator input = field(question).locator("input").first();
        input.fill(time);
        input.press("Enter");
    }

    /** Completes the task; Tasklist takes the form away once the server has taken the answer. */
    void done() {
        complete().click();
        PlaywrightAssertions.assertThat(page.locator(".fjs-form")).hasCount(0);
    }

    /** Presses Complete where the server will refuse, and answers the words it shows. */
    String refused() {
        complete().click();
        Locator words = page.locator(".alert, [role=alert]")
                .filter(new Locator.FilterOptions().setHasText("This was not sent, and nothing was changed"));
        PlaywrightAssertions.assertThat(words.first()).isVisible();
        return words.first().innerText();
    }

    String text() {
        return page.locator("body").innerText();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private Locator complete() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
    }

    /** The innermost field whose label begins with the question. */
    private Locator field(String question) {
        return page.locator(".fjs-form-field:not(.fjs-form-field-group)")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label")
                                .filter(new Locator.FilterOptions().setHasText(exactly(question, "\\*?\\s*$")))))
                .first();
    }

    /** Begins with the text and then ends so; a browser understands it too, which knows no {@code Pattern.quote}. */
    private static Pattern exactly(String text, String end) {
        return Pattern.compile("^\\s*" + text.replaceAll("[^\\w\\s]", "\\\\$0") + end);
    }

    static List<String> scales() {
        return List.of(
                "Overall, how satisfied are you with your life nowadays?",
                "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
                "Overall, how happy did you feel yesterday?",
                "Overall, how anxious did you feel yesterday?");
    }
}
