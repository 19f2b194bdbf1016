package org.commonground.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.group.Group;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.testing.AsOf;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Setting up from files: what would happen is shown, all of it happens or nothing, and the same files change nothing. */
@CommonGroundTest
class UploadTest {

    private static final String BOUNDARY = "----a-file-of-a-test";

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
    PracticeStaff practiceStaff;

    @Autowired
    Groups groups;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = new Visitor(port);
        administrator.signIn(People.in(context).with(Role.ADMINISTRATOR));
    }

    @Test
    void files_that_refer_to_each_other_are_shown_applied_once_and_change_nothing_again() {
        LocalDate lastDay = AsOf.today().plusMonths(3);
        String[] files = {
            "neighbourhoods",
                    "\uFEFFname,phone,hours\r\nRiver " + mark + ",01632 960000,\"Monday to Friday, 9am to 5pm\"\r\n",
            "teams",
                    "name,neighbourhood,lead,deputy\r\n\"Riverside, " + mark + "\",river " + mark + ",ada-" + mark
                            + ",ben-" + mark + "\r\n",
            "staff",
                    "username,name,mail,roles,teams\n"
                            + "ADA-" + mark + ",Ada Éxample,ada@staff.example,team-lead; link-worker,\"Riverside, "
                            + mark + "\"\n"
                            + "ben-" + mark + ",=1+1,ben@staff.example,link-worker,\"riverside, " + mark + "\"\n",
            "practices",
                    "ods_code,name,mail,team,duty_name,duty_phone,valid_until,successor\n"
                            + code("A") + ",Old Surgery,old@practice.example,\"Riverside, " + mark + "\",,," + lastDay
                            + ","
                            + code("B") + "\n"
                            + code("B") + ",\"New \"\"big\"\" Surgery\",new@practice.example,\"Riverside, " + mark
                            + "\",Duty,01632 960001,,\n",
            "practice-people", "username,name,mail,practice\n" + "PAT-" + mark + ",Pat Example,," + code("A") + "\n",
            "groups", group("Singers " + mark, "12")
        };
        HttpResponse<String> shown = upload(files);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Riverside, " + mark, "1</span> added", "2</span> added", "Apply all of it")
                .doesNotContain("cg-secret");
        assertThat(accounts.byUsername("ada-" + mark))
                .as("a look changes nothing")
                .isEmpty();

        HttpResponse<String> applied = apply();
        assertThat(administrator.next(applied)).isEqualTo("/setup");
        assertThat(administrator.open("/setup").body())
                .contains("You see this once", "ada-" + mark, mark + "-1@group.example", code("A"));
        assertThat(administrator.open("/setup").body()).doesNotContain("You see this once");

        Account ada = accounts.byUsername("ada-" + mark).orElseThrow();
        Team team = teams.naming(ada.id()).get(0);
        assertThat(team.name()).isEqualTo("Riverside, " + mark);
        assertThat(neighbourhoods.get(team.neighbourhood()).name()).isEqualTo("River " + mark);
        assertThat(ada.displayName().text()).isEqualTo("Ada Éxample");
        assertThat(ada.temporaryPassword()).isTrue();
        Account ben = accounts.byUsername("ben-" + mark).orElseThrow();
        assertThat(ben.displayName().text()).as("a formula is text").isEqualTo("=1+1");
        assertThat(team.deputy()).isEqualTo(ben.id());
        assertThat(practices.byOdsCode(code("A")).orElseThrow().successor())
                .contains(practices.byOdsCode(code("B")).orElseThrow().id());
        Account pat = accounts.byUsername("pat-" + mark).orElseThrow();
        assertThat(pat.roles()).containsExactly(Role.PRACTICE_STAFF);
        assertThat(practiceStaff.keptFor(pat.id()))
                .contains(practices.byOdsCode(code("A")).orElseThrow().id());
        Group singers = find("Singers " + mark);
        assertThat(singers.home()).isEqualTo(team.neighbourhood());
        assertThat(organisers.of(singers.id().value()))
                .extracting(organiser -> organiser.name().text()
                        + organiser
                                .account()
                                .map(account -> " signs in")
                                .orElseGet(() -> " " + organiser.phone().text()))
                .containsExactly("Ola signs in", "Sam 01632 960013");

        assertThat(upload(files).body())
                .contains("Nothing: all of it is so already")
                .doesNotContain("Apply all of it");

        files[11] = group("Singers " + mark, "15");
        files[9] = "username,name,practice\npat-" + mark + ",Pat Éxample,"
                + code("B").toLowerCase() + "\n";
        files[5] = "username,name,roles\nben-" + mark + ",Ben Example,link-worker\n";
        assertThat(upload(files).body())
                .contains("(<span>places</span>)", "(<span>name</span>)", "(<span>name, practice</span>)");
        apply();
        assertThat(accounts.find(pat.id()).orElseThrow().displayName().text()).isEqualTo("Pat Éxample");
        assertThat(practiceStaff
                        .practiceOf(accounts.actorOf(pat.id()))
                        .orElseThrow()
                        .odsCode())
                .isEqualTo(code("B"));
        assertThat(upload(files).body()).contains("Nothing: all of it is so already");
        assertThat(find("Singers " + mark).capacity().places()).isEqualTo(15);
        assertThat(accounts.find(ben.id()).orElseThrow().mail())
                .as("a column that is not there changes nothing")
                .isEqualTo(ben.mail());
        assertThat(accounts.find(ben.id()).orElseThrow().displayName().text()).isEqualTo("Ben Example");
    }

    @Test
    void everything_wrong_is_told_at_once_by_line_and_column_and_nothing_is_applied() {
        String[] files = {
            "staff",
            "username,name,mail,roles,teams\n"
                    + "ok-" + mark + ",Okay Example,,administrator,\n"
                    + "?," + ",not a mail,administrator,\n"
                    + "kim-" + mark + ",Kim Example,,link-worker,No such team\n"
                    + "lee-" + mark + ",Lee Example,,chief,\n"
                    + "ok-" + mark + ",Okay Again,,administrator,\n"
                    + "sam-" + mark + ",Sam Example\n",
            "practice-people",
            "username,name,practice\n"
                    + "ok-" + mark + ",Okay Example," + code("A") + "\n"
                    + "pat-" + mark + ",Pat Example," + code("A") + "\n"
        };
        HttpResponse<String> shown = upload(files);
        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(text(shown))
                .doesNotContain("added", "Apply all of it")
                .contains(
                        "line 6, username: The same as in line 2",
                        "line 7: The line has 2 cells, the header 5",
                        "line 3, username: Username must be",
                        "line 3, name: Enter a name",
                        "line 3, mail: Enter a mail address",
                        "line 4, teams: There is no team",
                        "line 5, roles: Choose one of: link-worker, team-lead, administrator",
                        "line 2, username: This is somebody who works at no practice",
                        "line 3, practice: There is no practice with this ODS code");
        assertThat(apply().statusCode()).isEqualTo(400);
        assertThat(accounts.byUsername("ok-" + mark)).isEmpty();
    }

    @Test
    void files_that_cannot_be_read_say_why() {
        assertThat(text(upload("teams", "name,boss\nTeam,x\n"))).contains("There is no column “boss”");
        assertThat(text(upload("teams", "lead\nx\n"))).contains("name: The column is missing");
        assertThat(text(upload("teams", "name,name\nx,y\n"))).contains("The column is there twice");
        assertThat(text(upload("teams", "name,lead,deputy\nTeam, of many, and, commas\n")))
                .contains("The line has 4 cells, the header 3");
        assertThat(text(upload("teams", "name\n\"Team\n"))).contains("A quotation mark is opened and not closed");
        assertThat(text(upload("teams", "name\nTe\u0000am\n"))).contains("a character that cannot be read");
        assertThat(text(upload("teams", "name\n" + "x".repeat(2_001) + "\n"))).contains("at most 2,000 characters");
        assertThat(text(upload("teams", "name\n" + "x\n".repeat(500_001)))).contains("larger than 1 megabyte");
        assertThat(text(upload(StandardCharsets.ISO_8859_1, "teams", "name\nTeäm\n")))
                .contains("not written in UTF-8");
        assertThat(text(upload(
                        "neighbourhoods", "name,phone,hours\n<script>alert(1)</script>" + mark + ",01632 960000,x\n")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(text(upload("teams", ""))).contains("Teams: The file is empty");
        assertThat(upload().body()).contains("Choose at least one file");
    }

    @Test
    void what_changed_between_looking_and_applying_is_looked_at_again() {
        NeighbourhoodId here = Here.in(context);
        upload(
                "teams",
                "name,neighbourhood\nTeam of " + mark + ","
                        + neighbourhoods.get(here).name() + "\n");
        teams.create(here, "Team of " + mark, Actor.SYSTEM);
        HttpResponse<String> again = apply();
        assertThat(again.body()).contains("Something has changed since you looked", "all of it is so already");
        assertThat(apply().body()).contains("Choose the files again");
    }

    @Test
    void a_neighbourhoods_numbers_are_columns_and_wrong_ones_are_told_by_theirs() {
        String line = "River " + mark + ",01632 960000,Mondays";
        String head = "name,phone,hours,contact_attempts,phone_after,lapse_after,open_offers\n";
        assertThat(text(upload("neighbourhoods", head + line + ",11,8,7,many\n")))
                .contains("contact_attempts", "Try at most 10 times", "open_offers")
                .doesNotContain("Apply all of it");
        assertThat(text(upload("neighbourhoods", head + line + ",4,8,7,1\n")))
                .contains("phone_after", "They are phoned before the offer lapses: 8 is more than 7")
                .doesNotContain("Apply all of it");

        upload("neighbourhoods", head + line + ",4,7,8,\n");
        apply();
        NeighbourhoodId id = neighbourhoods.all().stream()
                .filter(one -> one.name().equals("River " + mark))
                .findFirst()
                .orElseThrow()
                .id();
        Numbers own = Filled.with(Numbers.DEFAULTS, "contactAttempts", 4, "phoneAfter", 7, "lapseAfter", 8);
        assertThat(neighbourhoods.ownNumbersOf(id)).isEqualTo(own);
        assertThat(upload("neighbourhoods", head + line + ",4,7,8,\n").body())
                .contains("Nothing: all of it is so already");

        upload("neighbourhoods", "name,contact_attempts,youngest_age\nRiver " + mark + ",,16\n");
        apply();
        assertThat(neighbourhoods.ownNumbersOf(id))
                .as("an empty cell is the installation's, a column that is not there stays")
                .isEqualTo(Filled.with(own, "contactAttempts", null, "youngestAge", 16));
    }

    @Test
    void every_example_can_be_taken_as_it_is() {
        String[] files = new String[12];
        int at = 0;
        for (String file :
                new String[] {"neighbourhoods", "teams", "staff", "practices", "practice-people", "groups"}) {
            HttpResponse<String> example = administrator.open("/setup/upload/" + file + ".csv");
            assertThat(example.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(file + ".csv");
            files[at++] = file;
            files[at++] = example.body();
        }
        HttpResponse<String> shown = upload(files);
        assertThat(text(shown)).contains("Apply all of it");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(accounts.byUsername("cleo.manager")).isEmpty();
    }

    @Test
    void nobody_but_an_administrator_uploads() {
        administrator.signOut("/setup");
        administrator = new Visitor(port);
        administrator.signIn(People.in(context).with(Role.MANAGER));
        assertThat(send("/account", StandardCharsets.UTF_8, "teams", "name\nx\n")
                        .statusCode())
                .isEqualTo(403);
    }

    private String code(String letter) {
        return letter + mark.toUpperCase().substring(0, 6);
    }

    private String group(String name, String places) {
        return "name,neighbourhood,does,kind,tier,needs,support,audience,languages,sessions,places,new_people_a_month,open_offers,"
                + "address,address_is_public,district,meets_people,organiser_1_username,organiser_1_name,"
                + "organiser_1_mail,organiser_2_username,organiser_2_name,organiser_2_phone\n"
                + name + ",River " + mark + ",We sing,volunteer-run,full,loneliness; low-mood,,everybody,English,"
                + "friday 9:30-11:00; Tuesday 14:00 to 16:00," + places + ",3,2,Hall,yes,ex1,Alex,"
                + mark + "-1@group.example,Ola,ola@group.example,,Sam,01632 960013\n";
    }

    private Group find(String name) {
        return groups.list().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> upload(String... namesAndFiles) {
        return upload(StandardCharsets.UTF_8, namesAndFiles);
    }

    private HttpResponse<String> upload(Charset charset, String... namesAndFiles) {
        return send("/setup/upload", charset, namesAndFiles);
    }

    private HttpResponse<String> send(String tokenFrom, Charset charset, String... namesAndFiles) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", administrator.tokenOn(tokenFrom).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < namesAndFiles.length; i += 2) {
            part(
                    body,
                    "name=\"" + namesAndFiles[i] + "\"; filename=\"" + namesAndFiles[i] + ".csv\"",
                    namesAndFiles[i + 1].getBytes(charset));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return administrator.send(
                "POST",
                "/setup/upload",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Accept",
                "text/html",
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> apply() {
        String token = URLEncoder.encode(administrator.tokenOn("/setup/upload"), StandardCharsets.UTF_8);
        return administrator.send(
                "POST",
                "/setup/upload/apply",
                BodyPublishers.ofString("_csrf=" + token),
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** What somebody reads: without the marks around it. */
    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("<(?!script)[^>]+>", "").replaceAll("\\s+", " ");
    }
}
