package org.commonground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.Promises;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.ReferralForm;
import org.commonground.testing.Refusing;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever somebody sends to a page of ours, and whyever it is refused, they read why: also where the refusal is about no
 * field, or about one that the page does not have. A new address fails the test until it stands here.
 */
@CommonGroundTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRefusalIsShownTest {

    private static final String WHY = "Nothing of this is possible <today>";
    private static final String SHOWN = "Nothing of this is possible &lt;today&gt;";

    /** Keep what was filled in, look for somebody, or look at files: no use case that could refuse it. */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "/practice/refer",
            "/practice/refer/anew",
            "/referrals",
            "/referrals/new",
            "/referrals/new/anew",
            "/referrals/{reference}/consents",
            "/referrals/{reference}/stop/{step}",
            "/setup/groups",
            "/setup/neighbourhoods",
            "/setup/organisers",
            "/setup/practices",
            "/setup/staff",
            "/setup/teams",
            "/setup/upload");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    /** Something that somebody may send and that is well in itself. */
    private record Sent(Visitor who, String path, String... fields) {}

    private final Map<String, Sent> all = new LinkedHashMap<>();

    @BeforeAll
    void somebody_may_do_everything() throws GroupFull {
        Placing placing = Placing.in(context);
        People people = People.in(context);
        var team = placing.here().team().id();
        People.Person worker = people.inTeam(team, Role.LINK_WORKER);
        People.Person lead = people.inTeam(team, Role.LINK_WORKER, Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(team, lead.id(), Actor.SYSTEM);
        about_a_referral(placing, come(worker), lead);
        about_people(worker, lead, come(worker));
        all.put(
                "/team",
                new Sent(
                        come(lead),
                        "/team",
                        "team",
                        team.toString(),
                        "task",
                        "one",
                        "to",
                        worker.id().toString()));
        String practice = placing.here().practice().practice().toString();
        practice(practice, placing);
        administrator(practice, team.toString(), worker, people);
    }

    private void about_a_referral(Placing placing, Visitor who, People.Person lead) throws GroupFull {
        GroupId full = InventedGroup.onePlace().in(context);
        placing.offered(placing.referral(), full);
        ReferralId referral = placing.referral();
        PlacementId attended = placing.agreed(referral, InventedGroup.singers().in(context));
        context.getBean(FirstSessions.class)
                .record(attended, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());
        PlacementId waiting = context.getBean(Choices.class)
                .choose(referral, Placing.waiting(full), placing.linkWorker())
                .get(0);
        placing.check(waiting);
        try {
            context.getBean(Promises.class).hold(waiting);
        } catch (GroupFull waits) {
            assertThat(context.getBean(Placements.class).find(waiting)).isNotNull();
        }
        String page = page(referral);
        String below = "/referrals/{reference}";
        sent(who, below + "/concern", page + "/concern", "immediateDanger", "false", "what", "Bruises");
        sent(who, below + "/crisis", page + "/crisis", "kind", "other", "said", "Cries", "saidBy", "person");
        sent(who, below + "/leaving", page + "/leaving", "because", "did-not-suit");
        String day = "2026-01-02";
        sent(
                who,
                below + "/contact",
                page + "/contact",
                Stream.of(fields("how", "visit", "with", "Her", "at", "10:00", "said", "Sings"), date("on", day))
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
        sent(who, below + "/details", page + "/details", details());
        sent(
                who,
                below + "/group",
                page + "/group",
                "group",
                InventedGroup.singers().in(context).toString());
        sent(who, below + "/other-groups", page + "/other-groups");
        sent(who, below + "/waiting/{placement}", page + "/waiting/" + waiting, "reason", "too-long");
        sent(who, below + "/link-worker", page + "/link-worker", "to", lead.id().toString(), "why", "workload");
        sent(who, below + "/actions/{action}/done", page + "/actions/" + UUID.randomUUID() + "/done");
        String early = page(placing.referral());
        sent(who, below + "/send-back", early + "/send-back", "reason", "more-information-needed");
        who.submit(early + "/stop/reason", "answer", "moved");
        who.submit(early + "/stop/told-by", "answer", "person");
        who.submit(early + "/stop/how", "answer", "call");
        sent(who, below + "/stop/check", early + "/stop/check");
        who.submit(page + "/consents", "answer", "feedback");
        sent(who, below + "/consents/check", page + "/consents/check");
        who.submit(
                "/referrals/new",
                ReferralForm.filled()
                        .with("practice", placing.here().practice().practice().toString())
                        .fields());
        sent(who, "/referrals/new/check", "/referrals/new/check");
    }

    private void about_people(People.Person worker, People.Person lead, Visitor who) {
        var day = context.getBean(WorkingDays.class).today().plusDays(7);
        String absence = context.getBean(Absences.class)
                .record(new RecordAbsence(worker.id(), day, day, lead.id()), worker.actor())
                .toString();
        String path = "/people/{id}/absences";
        String theirs = "/people/" + worker.id() + "/absences";
        String standIn = lead.id().toString();
        sent(
                who,
                path + "/new",
                theirs + "/new",
                Stream.of(date("from", "2027-01-02"), date("to", "2027-01-03"), fields("standIn", standIn))
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
        sent(who, path + "/{absence}/take-back", theirs + "/" + absence + "/take-back");
        sent(who, path + "/{absence}/stand-in", theirs + "/" + absence + "/stand-in", "standIn", standIn);
        sent(
                who,
                "/password",
                "/password",
                "current",
                "one",
                "chosen",
                "two of them here",
                "again",
                "two of them here");
    }

    private void practice(String practice, Placing placing) {
        String username = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                username,
                                new PersonName("Desk Example"),
                                null,
                                placing.here().practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
        Visitor desk = new Visitor(port);
        desk.signIn(username, People.PASSWORD);
        desk.submit("/practice/refer", ReferralForm.filled().fields());
        sent(desk, "/practice/refer/check", "/practice/refer/check");
    }

    private void administrator(String practice, String team, People.Person worker, People people) {
        Visitor who = come(people.with(Role.ADMINISTRATOR));
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String[] staff = {"name", "Kim", "mail", "kim@staff.example", "roles", "link-worker", "teams", team};
        String here = Here.in(context).toString();
        String[] place = {"name", "Place " + mark, "phone", "01632 960300", "hours", "Always"};
        sent(who, "/setup/neighbourhoods/new", "/setup/neighbourhoods/new", place);
        sent(who, "/setup/neighbourhoods/{id}", "/setup/neighbourhoods/" + here, place);
        sent(
                who,
                "/setup/neighbourhoods/{id}/numbers",
                "/setup/neighbourhoods/" + here + "/numbers",
                "contactAttempts",
                "4");
        sent(who, "/setup/teams/new", "/setup/teams/new", "name", "Team " + mark, "neighbourhood", here);
        sent(who, "/setup/teams/{id}", "/setup/teams/" + team, "name", "Team " + mark);
        sent(who, "/setup/teams/{id}/end", "/setup/teams/" + team + "/end");
        sent(who, "/setup/staff/new", "/setup/staff/new", with(staff, "username", "kim-" + mark));
        sent(who, "/setup/staff/{id}", "/setup/staff/" + worker.id(), staff);
        sent(who, "/setup/staff/{id}/password", "/setup/staff/" + worker.id() + "/password");
        sent(who, "/setup/staff/{id}/end", "/setup/staff/" + worker.id() + "/end");
        String[] facts = {"odsCode", "Z99123", "name", "Surgery", "mail", "news@practice.example", "team", team};
        sent(who, "/setup/practices/new", "/setup/practices/new", facts);
        sent(who, "/setup/practices/{id}", "/setup/practices/" + practice, facts);
        sent(who, "/setup/practices/{id}/key", "/setup/practices/" + practice + "/key");
        sent(
                who,
                "/setup/practices/{practice}/people/new",
                "/setup/practices/" + practice + "/people/new",
                "username",
                "pat-" + mark,
                "name",
                "Pat");
        GroupId id = InventedGroup.singers().in(context);
        String group = "/setup/groups/" + id;
        people.organiserOf(id.value());
        String organiser = "/organisers/"
                + context.getBean(Organisers.class).of(id.value()).get(0).id();
        sent(who, "/setup/groups/new", "/setup/groups/new", group(here));
        sent(who, "/setup/groups/{id}/facts", group + "/facts", group(here));
        sent(
                who,
                "/setup/groups/{id}/closing",
                group + "/closing",
                with(date("from", "2027-01-02"), "kind", "closed", "reason", "no-funding"));
        sent(who, "/setup/groups/{id}/reopening", group + "/reopening");
        String[] somebody = {"name", "Ola", "mail", "ola@group.example"};
        String below = "/setup/groups/{id}/organisers";
        sent(who, below + "/new", group + "/organisers/new", with(somebody, "username", "ola-" + mark));
        sent(who, below + "/{organiser}", group + organiser, somebody);
        sent(who, below + "/{organiser}/password", group + organiser + "/password");
        sent(who, below + "/{organiser}/end", group + organiser + "/end");
        upload(
                who,
                "name,neighbourhood\nTeam " + mark + ","
                        + context.getBean(Neighbourhoods.class)
                                .get(Here.in(context))
                                .name() + "\n");
        sent(who, "/setup/upload/apply", "/setup/upload/apply");
    }

    @Test
    void every_address_stands_here() {
        Set<String> ours = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.commonground.web")
                            && mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        ours.addAll(mapping.getPatternValues());
                    }
                });
        // answered to a script, in plain words: LinkWorkerPageTest
        ours.removeIf(path -> path.startsWith("/api/") || path.equals("/tasks/{id}/take-over"));
        Set<String> here = new TreeSet<>(all.keySet());
        here.addAll(CHANGE_NOTHING);

        assertThat(here).isEqualTo(ours);
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_is_shown_whatever_it_is_about() {
        return all.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    assertShown(one.getValue(), Refusal.conflict(WHY), 409);
                    assertShown(one.getValue(), Refusal.notAllowed(WHY), 403);
                    assertShown(one.getValue(), Refusal.notFound(WHY), 404);
                    assertShown(one.getValue(), Refusal.invalid("aFieldThatNoPageHas", WHY), 400);
                }));
    }

    private void assertShown(Sent sent, Refusal refusal, int status) {
        String form = "_csrf=" + encoded(sent.who().tokenOn("/account"));
        for (int at = 0; at < sent.fields().length; at += 2) {
            form += "&" + encoded(sent.fields()[at]) + "=" + encoded(sent.fields()[at + 1]);
        }
        try (Refusing refusing = Refusing.with(refusal, context)) {
            HttpResponse<String> answer = sent.who()
                    .send(
                            "POST",
                            sent.path(),
                            BodyPublishers.ofString(form),
                            "Accept",
                            "text/html",
                            "Content-Type",
                            "application/x-www-form-urlencoded");
            assertThat(refusing.asked())
                    .as("the use case was asked, so it is its refusal that is shown; else: " + errors(answer))
                    .isPositive();
            assertThat(answer.body()).as("%s", refusal.kind()).contains(SHOWN).doesNotContain("<today>");
            assertThat(answer.statusCode()).as("%s", refusal.kind()).isEqualTo(status);
        }
    }

    private static String errors(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceAll("(?s).*error-summary|</ul>.*", "");
    }

    private void sent(Visitor who, String pattern, String path, String... fields) {
        all.put(pattern, new Sent(who, path, fields));
    }

    private Visitor come(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }

    private String page(ReferralId referral) {
        return "/referrals/" + context.getBean(Referrals.class).find(referral).reference();
    }

    private static String[] fields(String... fields) {
        return fields;
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String[] date(String name, String day) {
        String[] parts = day.split("-");
        return fields(name + "-day", parts[2], name + "-month", parts[1], name + "-year", parts[0]);
    }

    private String[] details() {
        List<String> fields = new ArrayList<>(
                List.of("givenName", "Wil", "familyName", "Example", "phone", "01632 960001", "language", "English"));
        fields.addAll(
                List.of("interpreter", "false", "practice", UUID.randomUUID().toString()));
        return fields.toArray(String[]::new);
    }

    private static String[] group(String home) {
        return fields(
                "neighbourhood",
                home,
                "name",
                "Singers",
                "does",
                "We sing",
                "kind",
                "volunteer-run",
                "tier",
                "full",
                "needs",
                "loneliness",
                "audience",
                "everybody",
                "languages",
                "English",
                "sessions",
                "Tuesday 14:00 to 16:00",
                "places",
                "12",
                "new_people_a_month",
                "3",
                "open_offers",
                "2",
                "address",
                "Chapel Hall",
                "address_is_public",
                "yes",
                "district",
                "ZZ8",
                "meets_people",
                "Alex");
    }

    private static void upload(Visitor who, String teams) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + who.tokenOn("/setup/upload")
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"teams\"; filename=\"teams.csv\"\r\n\r\n" + teams
                + "\r\n--x--\r\n";
        who.send(
                "POST",
                "/setup/upload",
                BodyPublishers.ofString(body),
                "Accept",
                "text/html",
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
