package org.commonground.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.OrganiserId;
import org.commonground.account.Organisers;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.KeepPractice;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.MailAddress;
import org.commonground.testing.AsOf;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator sets up on pages, and nobody else does. */
@CommonGroundTest
class SetupPagesTest {

    private static final Pattern SECRET = Pattern.compile("<code class=\"cg-secret\">([^<]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisers organisers;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Teams teams;

    @Autowired
    Practices practices;

    @Autowired
    Groups groups;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private People people;
    private Visitor administrator;

    @BeforeEach
    void signIn() {
        people = People.in(context);
        administrator = new Visitor(port);
        administrator.signIn(people.with(Role.ADMINISTRATOR));
    }

    @Test
    void nobody_but_an_administrator_opens_or_sends_any_page_of_it() {
        Neighbourhood here = Neighbourhood.in(context);
        GroupId group = InventedGroup.singers().in(context);
        People.Person worker = people.inTeam(here.team().id(), Role.LINK_WORKER);
        List<String> pages = List.of(
                "/setup",
                "/setup/neighbourhoods",
                "/setup/neighbourhoods/new",
                "/setup/neighbourhoods/" + Here.in(context),
                "/setup/neighbourhoods/" + Here.in(context) + "/numbers",
                "/setup/teams",
                "/setup/teams/new",
                "/setup/teams/" + here.team().id(),
                "/setup/teams/" + here.team().id() + "/end",
                "/setup/practices",
                "/setup/practices/new",
                "/setup/practices/" + here.practice().practice(),
                "/setup/practices/" + here.practice().practice() + "/key",
                "/setup/staff",
                "/setup/staff/new",
                "/setup/staff/" + worker.id(),
                "/setup/staff/" + worker.id() + "/password",
                "/setup/staff/" + worker.id() + "/end",
                "/setup/groups",
                "/setup/groups/new",
                "/setup/groups/" + group,
                "/setup/groups/" + group + "/facts",
                "/setup/groups/" + group + "/organisers/new",
                "/setup/groups/" + group + "/closing",
                "/setup/groups/" + group + "/reopening",
                "/setup/organisers",
                "/setup/upload");
        assertThat(pages)
                .allSatisfy(page -> assertThat(administrator.open(page).statusCode())
                        .as(page)
                        .isEqualTo(200));
        for (Role role : List.of(Role.LINK_WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.ORGANISER)) {
            Visitor other = new Visitor(port);
            other.signIn(people.with(role));
            assertThat(pages)
                    .as(role.word())
                    .allSatisfy(page ->
                            assertThat(other.open(page).statusCode()).as(page).isEqualTo(403));
            String token = other.tokenOn("/account");
            assertThat(pages)
                    .as(role.word())
                    .allSatisfy(page -> assertThat(send(other, page, token).statusCode())
                            .as(page)
                            .isEqualTo(403));
        }
        assertThat(accounts.find(worker.id()).orElseThrow().active()).isTrue();
        Visitor stranger = new Visitor(port);
        assertThat(stranger.next(stranger.open("/setup"))).contains("/sign-in");
    }

    @Test
    void a_member_of_staff_is_added_signs_in_with_the_password_seen_once_and_must_choose_another() {
        String here = Here.in(context).toString();
        assertThat(administrator
                        .submit("/setup/teams/new", "name", "Team " + mark)
                        .body())
                .contains("Choose the neighbourhood the team works in");
        String team = "A team with a name that is as long as names of neighbourhoods can be " + mark;
        assertThat(administrator
                        .submit("/setup/teams/new", "name", team, "neighbourhood", here)
                        .statusCode())
                .isEqualTo(302);
        String teamId = teams.all().stream()
                .filter(found -> found.name().equals(team))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        HttpResponse<String> wrong = administrator.submit("/setup/staff/new", "username", "?", "roles", "link-worker");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Username must be", "Enter a name", "works in at least one team", "href=\"#username\"");

        HttpResponse<String> added = administrator.submit(
                "/setup/staff/new",
                "username",
                "kim-" + mark,
                "name",
                "Kim <b>Example</b>",
                "mail",
                "kim@staff.example",
                "roles",
                "link-worker",
                "teams",
                teamId);
        String page = administrator.open(administrator.next(added)).body();
        assertThat(page).contains("You see this once", "Kim &lt;b&gt;Example&lt;/b&gt;");
        String password = secret(page);
        assertThat(administrator.open("/setup/staff").body()).doesNotContain(password);

        Visitor kim = new Visitor(port);
        kim.signIn("kim-" + mark, password);
        for (String first : List.of("/", "/account", "/team", "/camunda/app/tasklist/default/")) {
            assertThat(kim.next(kim.open(first))).as(first).isEqualTo("/password");
        }
        assertThat(kim.engine("GET", "task/count", null).statusCode()).isEqualTo(403);
        assertThat(kim.submit(
                                "/password",
                                "current",
                                "wrong",
                                "chosen",
                                "four words of mine",
                                "again",
                                "four words of mine")
                        .body())
                .contains("This is not your present password");
        assertThat(kim.next(kim.submit(
                        "/password",
                        "current",
                        password,
                        "chosen",
                        "four words of mine",
                        "again",
                        "four words of mine")))
                .isEqualTo("/account");
        assertThat(kim.open("/account").body()).contains("Kim &lt;b&gt;Example", "You have a new password");
        assertThat(kim.engine("GET", "task/count", null).statusCode()).isEqualTo(200);

        Account account = accounts.byUsername("kim-" + mark).orElseThrow();
        administrator.submit("/setup/staff/" + account.id() + "/password");
        assertThat(kim.next(kim.open("/account")))
                .as("the former password ends here too")
                .isEqualTo("/sign-in");

        assertThat(administrator.open("/setup/staff/" + account.id() + "/end").body())
                .contains("They are signed out at once");
        administrator.submit("/setup/staff/" + account.id() + "/end");
        assertThat(kim.next(kim.open("/account"))).contains("/sign-in");
        assertThat(administrator.open("/setup/staff/" + account.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_neighbourhood_is_added_and_changed_and_its_name_is_its_own() {
        String[] facts = {
            "name", "River " + mark, "phone", "01632 960300", "hours", "Monday to Friday, 9am to 5pm", "replyTo", ""
        };
        String fresh = "/setup/neighbourhoods/new";
        assertThat(administrator.submit(fresh, "phone", "ring us").body())
                .contains(
                        "Enter the neighbourhood",
                        "Enter a phone number such as 01632 960001",
                        "Say when the phone is answered");
        assertThat(administrator.next(administrator.submit(fresh, facts))).isEqualTo("/setup/neighbourhoods");
        assertThat(administrator.open("/setup/neighbourhoods").body()).contains("River " + mark + " is added");
        assertThat(found("/setup/neighbourhoods", "River " + mark))
                .contains("01632 960300, Monday to Friday, 9am to 5pm", "Has no team");
        facts[1] = "RIVER " + mark;
        assertThat(administrator.submit(fresh, facts).body()).contains("with this name already");

        NeighbourhoodId id = neighbourhoods.all().stream()
                .filter(one -> one.name().equals("River " + mark))
                .findFirst()
                .orElseThrow()
                .id();
        facts[7] = "no address";
        assertThat(administrator.submit("/setup/neighbourhoods/" + id, facts).body())
                .contains("Enter a mail address");
        facts[7] = "hello@river.example";
        administrator.submit("/setup/neighbourhoods/" + id, facts);
        assertThat(neighbourhoods.get(id).name()).isEqualTo("RIVER " + mark);
        assertThat(neighbourhoods.get(id).replyTo()).isEqualTo(new MailAddress("hello@river.example"));
        assertThat(administrator
                        .open("/setup/neighbourhoods/" + NeighbourhoodId.next())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_neighbourhoods_numbers_are_its_own_and_an_empty_one_says_what_holds() {
        NeighbourhoodId id = Here.elsewhere(context);
        String page = "/setup/neighbourhoods/" + id + "/numbers";
        assertThat(administrator.open("/setup/neighbourhoods/" + id).body()).contains(page);
        assertThat(administrator.open(page).body())
                .contains("Attempts before we write a last time", "In attempts. Empty: 3", "An offer lapses after")
                .contains("In working days. Empty: 10", "In years, 0 for any. Empty: 18");

        String[] numbers = {"contactAttempts", "11", "lapseAfter", "soon", "youngestAge", "", "askWithin", "2"};
        HttpResponse<String> refused = administrator.submit(page, numbers);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Try at most 10 times", "href=\"#contactAttempts\"", "href=\"#lapseAfter\"")
                .contains("value=\"soon\"", "value=\"11\"");
        numbers[1] = "4";
        numbers[3] = "5";
        assertThat(administrator.submit(page, numbers).body())
                .contains("They are phoned before the offer lapses: 9 is more than 5", "href=\"#lapseAfter\"");
        assertThat(neighbourhoods.ownNumbersOf(id)).as("nothing has changed").isEqualTo(Numbers.DEFAULTS);

        numbers[3] = "12";
        assertThat(administrator.next(administrator.submit(page, numbers))).isEqualTo("/setup/neighbourhoods");
        assertThat(neighbourhoods.ownNumbersOf(id))
                .isEqualTo(Filled.with(Numbers.DEFAULTS, "contactAttempts", 4, "lapseAfter", 12, "askWithin", 2));
        assertThat(administrator.open(page).body()).contains("value=\"12\"");
        administrator.submit(page, "contactAttempts", "");
        assertThat(neighbourhoods.ownNumbersOf(id)).as("emptied").isEqualTo(Numbers.DEFAULTS);
    }

    @Test
    void somebody_may_hold_posts_and_nothing_else_but_no_post_that_there_is_not() {
        String[] somebody = {"username", "sam-" + mark, "name", "Sam Example", "mail", "", "posts", "garbage"};
        Post lead = new Post(Role.SAFEGUARDING_LEAD, Here.in(context));
        for (String wrong : List.of(
                "garbage",
                "administrator/" + Here.in(context),
                "safeguarding-lead/garbage",
                new Post(lead.role(), NeighbourhoodId.next()).toString())) {
            somebody[7] = wrong;
            HttpResponse<String> refused = administrator.submit("/setup/staff/new", somebody);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).as(wrong).contains("href=\"#posts\"");
        }
        somebody[7] = lead.toString();
        administrator.submit("/setup/staff/new", somebody);
        Account sam = accounts.byUsername("sam-" + mark).orElseThrow();
        assertThat(sam.posts()).containsExactly(lead);
        assertThat(found("/setup/staff", "sam-" + mark))
                .contains("Safeguarding lead in "
                        + neighbourhoods.get(Here.in(context)).name());

        // as it stands there, without a role ticked
        administrator.submit("/setup/staff/" + sam.id(), "name", "Sam Othername", "mail", "", "posts", lead.toString());
        assertThat(accounts.find(sam.id()).orElseThrow().displayName().text()).isEqualTo("Sam Othername");
        assertThat(administrator
                        .submit("/setup/staff/" + sam.id(), "name", "Sam", "mail", "")
                        .body())
                .contains("Choose at least one role or post");
    }

    @Test
    void a_practice_is_added_with_a_key_seen_once_and_ends_on_a_day() {
        Neighbourhood here = Neighbourhood.in(context);
        String code = "X" + mark.toUpperCase().substring(0, 5);
        HttpResponse<String> added = administrator.submit(
                "/setup/practices/new",
                "odsCode",
                code.toLowerCase(),
                "name",
                "Practice " + mark,
                "mail",
                "news@practice.example",
                "team",
                here.team().id().toString(),
                "dutyName",
                "Duty doctor",
                "dutyPhone",
                "01632 960001");
        String page = administrator.open(administrator.next(added)).body();
        assertThat(practices.authenticate(code, secret(page))).isPresent();
        assertThat(found("/setup/practices", code)).contains("Duty clinician: Duty doctor, 01632 960001");
        var id = practices.byOdsCode(code).orElseThrow().id();

        int year = AsOf.today().getYear() + 1;
        String[] facts = {
            "odsCode",
            code,
            "name",
            "Practice " + mark,
            "mail",
            "news@practice.example",
            "team",
            here.team().id().toString(),
            "validUntil-day",
            "31",
            "validUntil-month",
            "2",
            "validUntil-year",
            "" + year
        };
        assertThat(administrator.submit("/setup/practices/" + id, facts).body())
                .contains("Enter a date such as 19/11/2026", "value=\"31\"");
        facts[3] = "";
        assertThat(administrator.submit("/setup/practices/" + id, facts).body())
                .as("what is no date does not hide what else is wrong")
                .contains("Enter a date such as 19/11/2026", "Enter the practice");
        facts[3] = "Practice " + mark;
        facts[9] = "1";
        facts[11] = "3";
        assertThat(administrator.submit("/setup/practices/" + id, facts).statusCode())
                .isEqualTo(302);
        assertThat(administrator.open("/setup/practices").body()).contains("Practice " + mark + " is kept");
        assertThat(KeepPractice.of(practices.find(id).orElseThrow()).validUntil())
                .hasToString(year + "-03-01");

        HttpResponse<String> renewed = administrator.submit("/setup/practices/" + id + "/key");
        String key = secret(administrator.open(administrator.next(renewed)).body());
        assertThat(practices.authenticate(code, key)).isPresent();
        assertThat(practices.authenticate(code, secret(page))).isEmpty();
    }

    @Test
    void a_group_is_added_changed_and_given_organisers() {
        GroupId id = InventedGroup.singers().in(context);
        String facts = administrator.open("/setup/groups/" + id + "/facts").body();
        assertThat(facts).contains("Tuesday 14:00 to 16:00", "Chapel Hall");
        HttpResponse<String> wrong = administrator.submit(
                "/setup/groups/" + id + "/facts", "name", "Same", "sessions", "sometimes", "places", "x");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Write each session like", "Enter a whole number", "Choose the tier");

        HttpResponse<String> added = administrator.submit(
                "/setup/groups/" + id + "/organisers/new",
                "username",
                mark + "@group.example",
                "name",
                "Ola Example",
                "mail",
                mark + "@group.example");
        String page = administrator.open(administrator.next(added)).body();
        assertThat(secret(page)).isNotBlank();
        assertThat(page).contains("A group needs two organisers");
        Account organiser = accounts.byUsername(mark + "@group.example").orElseThrow();
        OrganiserId organiserId = organisers.of(id.value()).get(0).id();
        assertThat(organisers.of(id.value()).get(0).account()).contains(organiser.id());
        assertThat(administrator
                        .submit("/setup/groups/" + id + "/organisers/" + organiserId + "/end")
                        .body())
                .contains("Add another organiser first");
        assertThat(administrator.open("/setup").body()).contains("Fewer than two organisers");
        String second = "/setup/groups/" + id + "/organisers/new";
        assertThat(administrator.submit(second, "name", "Uma Example").body())
                .contains("Enter a mail address or a phone number, so that they can be asked");
        assertThat(administrator
                        .open(administrator.next(
                                administrator.submit(second, "name", "Uma Example", "phone", "01632 960012")))
                        .body())
                .contains("Uma Example decides for this group", "does not sign in, 01632 960012")
                .doesNotContain("cg-secret");
        assertThat(administrator
                        .submit(second, "name", "Uma Example", "phone", "01632 960012")
                        .body())
                .as("sent twice")
                .contains("Somebody of this name decides for this group already");
        String uma = "/setup/groups/" + id + "/organisers/"
                + organisers.of(id.value()).get(1).id();
        assertThat(administrator.open(uma).body())
                .contains("01632 960012", "What they will type to sign in")
                .doesNotContain(uma + "/password");
        assertThat(administrator.open(uma + "/password").statusCode()).isEqualTo(404);
        String named = administrator
                .open(administrator.next(administrator.submit(
                        uma, "username", mark + "-uma@group.example", "name", "Uma Example", "phone", "01632 960012")))
                .body();
        assertThat(secret(named)).isNotBlank();
        assertThat(administrator.open(uma).body()).contains(uma + "/password");
    }

    @Test
    void a_group_is_suspended_on_a_page_and_opened_again() {
        GroupId id = InventedGroup.singers().in(context);
        String group = "/setup/groups/" + id;
        assertThat(administrator.submit(group + "/closing").body())
                .contains("Choose whether the group is closed or suspended", "Choose the reason", "Give the day");
        assertThat(administrator.next(administrator.submit(
                        group + "/closing",
                        "kind",
                        "suspended",
                        "reason",
                        "no-venue",
                        "from-day",
                        "1",
                        "from-month",
                        "3",
                        "from-year",
                        "" + (AsOf.today().getYear() - 1))))
                .isEqualTo(group);
        assertThat(administrator.open(group).body())
                .contains("This group is suspended from", "It has no place to meet", group + "/reopening")
                .doesNotContain(group + "/closing");
        administrator.submit(group + "/reopening");
        assertThat(administrator.open(group).body()).contains(group + "/closing");
    }

    private static String secret(String page) {
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> send(Visitor visitor, String page, String token) {
        return visitor.send(
                "POST",
                page,
                BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)),
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** What a list shows to whoever looks for something in it: earlier tests may have filled its first page. */
    private String found(String list, String words) {
        return administrator.submit(list, "words", words).body();
    }
}
