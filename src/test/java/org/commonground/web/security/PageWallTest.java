package org.commonground.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.placement.PlacementId;
import org.commonground.platform.personal.PersonName;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Attacks every page of ours over HTTP as each role: with the ids of somebody else's referral, group, practice, team and
 * account, with garbage, without our token, and with far too much. The pages are those the application itself knows, so
 * a new one is attacked without being listed here.
 */
@CommonGroundTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWallTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What an address is answered with where somebody has no business. */
    private static final List<Integer> NOTHING_HERE = List.of(302, 400, 403, 404, 405, 415);

    /** As somebody types who takes the address for a search. */
    private static final String TYPED = "Wilhelmina Typed";

    private static final List<String> GARBAGE = List.of(
            "%00",
            "..%2F..%2Fetc%2Fpasswd",
            encoded("' or 1=1 --"),
            encoded("${7*7}#{7*7}*{7*7}"),
            encoded("<script>alert(1)</script>"),
            "00000000-0000-0000-0000-000000000000",
            "CG-0000-00",
            encoded(TYPED),
            "x".repeat(4000));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private record Address(String method, String path) {

        boolean names() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Address> addresses = new ArrayList<>();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> theirs = new LinkedHashMap<>();
    private ReferralId referral;
    private int eventsBefore;

    @BeforeAll
    void people_come() throws Exception {
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.commonground.web")) {
                        for (RequestMethod method :
                                mapping.getMethodsCondition().getMethods()) {
                            mapping.getPatternValues().forEach(path -> addresses.add(new Address(method.name(), path)));
                        }
                    }
                });
        addresses.removeIf(address -> address.path().startsWith("/api/"));
        addresses.sort((one, other) -> one.toString().compareTo(other.toString()));
        assertThat(addresses).as("the pages of ours").hasSizeGreaterThan(90);

        Placing victim = Placing.in(context);
        referral = victim.referral();
        GroupId group = InventedGroup.singers().in(context);
        PlacementId placement = victim.agreed(referral, group);
        String task = context.getBean(TaskPort.class)
                .openTasksAbout(referral.value())
                .get(0)
                .id();
        theirs.put(
                "reference",
                context.getBean(Referrals.class).find(referral).reference().text());
        theirs.put("placement", placement.toString());
        theirs.put("action", UUID.randomUUID().toString());
        theirs.put("absence", UUID.randomUUID().toString());
        theirs.put("practice", victim.here().practice().practice().toString());
        theirs.put("organiser", UUID.randomUUID().toString());
        theirs.put("account", victim.linkWorker().account().toString());
        theirs.put("step", "why");
        theirs.put("number", "1");
        theirs.put("name", "teams");
        theirs.put("groups", group.toString());
        theirs.put("staff", victim.linkWorker().account().toString());
        theirs.put("people", victim.linkWorker().account().toString());
        theirs.put("neighbourhoods", Here.in(context).toString());
        theirs.put("teams", victim.here().team().id().toString());
        theirs.put("practices", victim.here().practice().practice().toString());
        theirs.put("letters", mail().toString());
        theirs.put("tasks", task);
        theirs.put("mails", mail().toString());

        People people = People.in(context);
        Neighbourhood elsewhere = Neighbourhood.elsewhere(context);
        come("link worker of another team", people.inTeam(elsewhere.team().id(), Role.LINK_WORKER));
        come(
                "organiser of another group",
                people.organiserOf(InventedGroup.singers().in(context).value()));
        come("manager", people.with(Role.MANAGER));
        come("administrator", people.with(Role.ADMINISTRATOR));
        come("clinical supervisor", people.with(Role.CLINICAL_SUPERVISOR));
        practiceStaff(elsewhere);
        visitors.put("nobody signed in", new Visitor(port));
        come("link worker of the team", people.inTeam(victim.here().team().id(), Role.LINK_WORKER));
        eventsBefore = events();
    }

    @AfterAll
    void nothing_about_the_person_has_changed() {
        assertThat(events()).isEqualTo(eventsBefore);
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_what_is_somebody_elses() {
        return strangers()
                .map(who -> DynamicTest.dynamicTest(
                        who,
                        () -> addresses.stream()
                                .filter(address -> !isTheirOwn(who, address))
                                .forEach(address -> {
                                    HttpResponse<String> answer =
                                            send(visitors.get(who), address, filled(address.path()));
                                    assertHarmless(who + " " + address, answer);
                                    if (address.names() || guarded(address)) {
                                        assertThat(NOTHING_HERE)
                                                .as(who + " " + address)
                                                .contains(answer.statusCode());
                                    }
                                })));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_sent_without_our_token() {
        return visitors.keySet().stream()
                .map(who -> DynamicTest.dynamicTest(
                        who,
                        () -> addresses.stream()
                                .filter(address -> address.method().equals("POST"))
                                .forEach(address -> assertThat(visitors.get(who)
                                                .send("POST", filled(address.path()), form("answer=yes"), FORM)
                                                .statusCode())
                                        .as(who + " " + address)
                                        .isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> garbage_is_answered_in_words_and_not_logged(CapturedOutput log) {
        return Stream.of("link worker of the team", "administrator")
                .map(who -> DynamicTest.dynamicTest(who, () -> {
                    addresses.stream()
                            .filter(Address::names)
                            .filter(address -> who.equals("administrator") == guarded(address))
                            .forEach(address -> GARBAGE.forEach(garbage -> {
                                String path = VARIABLE.matcher(address.path())
                                        .replaceAll(found -> Matcher.quoteReplacement(garbage));
                                HttpResponse<String> answer = send(visitors.get(who), address, path);
                                assertHarmless(who + " " + address + " " + garbage, answer);
                                assertThat(answer.statusCode())
                                        .as(address + " " + garbage)
                                        .isNotEqualTo(200);
                            }));
                    assertThat(log).doesNotContain(TYPED, encoded(TYPED));
                }));
    }

    @Test
    void far_too_much_is_refused_and_breaks_nothing() {
        String much = "answer=" + "x".repeat(3_000_000);
        for (String who : List.of("link worker of the team", "administrator", "nobody signed in")) {
            for (String path : List.of(
                    "/referrals",
                    "/referrals/new",
                    "/referrals/" + theirs.get("reference") + "/contact",
                    "/setup/teams/new",
                    "/setup/upload",
                    "/team")) {
                Visitor visitor = visitors.get(who);
                HttpResponse<String> answer = visitor.send("POST", path, form(much + "&_csrf=" + token(visitor)), FORM);
                assertHarmless(who + " " + path, answer);
                assertThat(answer.statusCode()).as(who + " " + path).isBetween(302, 499);
            }
        }
    }

    private static final String[] FORM = {"Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded"};

    /** Everybody but the link worker of the team. */
    private Stream<String> strangers() {
        return visitors.keySet().stream().filter(who -> !who.equals("link worker of the team"));
    }

    /** What a role may do with anybody's ids. */
    private static boolean isTheirOwn(String who, Address address) {
        return who.equals("administrator")
                        && Stream.of("/setup", "/mails", "/people", "/team")
                                .anyMatch(begin -> address.path().startsWith(begin))
                || address.path().equals("/sign-in");
    }

    /** Pages that are one role's alone. */
    private boolean guarded(Address address) {
        return address.path().startsWith("/setup") || address.path().startsWith("/mails");
    }

    private void assertHarmless(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.body())
                .as(what)
                .doesNotContain("Wilhelmina", "Testerton", "Exception", "org.commonground", "at java.")
                .doesNotContain("49#49", "<script>alert");
        answer.headers()
                .firstValue("Location")
                .ifPresent(place -> assertThat(place).as(what).doesNotContain("etc", "script"));
    }

    private HttpResponse<String> send(Visitor visitor, Address address, String path) {
        return address.method().equals("GET")
                ? visitor.open(path)
                : visitor.send("POST", path, form("answer=yes&_csrf=" + token(visitor)), FORM);
    }

    private final Map<Visitor, String> tokens = new LinkedHashMap<>();

    private String token(Visitor visitor) {
        return tokens.computeIfAbsent(
                visitor,
                who -> encoded(who.tokenOn(who == visitors.get("nobody signed in") ? "/sign-in" : "/account")));
    }

    /** Somebody else's ids: {@code {id}} is what stands before it in the address. */
    private String filled(String path) {
        Matcher found = VARIABLE.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (found.find()) {
            String name = found.group(1);
            if (name.equals("id")) {
                name = path.substring(0, found.start()).replaceAll(".*/(\\w+)/$", "$1");
            }
            assertThat(theirs).as("a value for " + path).containsKey(name);
            found.appendReplacement(filled, theirs.get(name));
        }
        return found.appendTail(filled).toString();
    }

    private void come(String who, People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        visitors.put(who, visitor);
    }

    private void practiceStaff(Neighbourhood elsewhere) {
        String username = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                username,
                                new PersonName("Desk Example"),
                                null,
                                elsewhere.practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
        Visitor visitor = new Visitor(port);
        visitor.signIn(username, People.PASSWORD);
        visitors.put("staff of another practice", visitor);
    }

    private UUID mail() {
        return jdbc.sql("select id from message where subject_id = :referral limit 1")
                .param("referral", referral.value())
                .query(UUID.class)
                .single();
    }

    /** Looks are events too; nobody here has looked. */
    private int events() {
        return jdbc.sql("select count(*) from event where referral_id = :referral")
                .param("referral", referral.value())
                .query(Integer.class)
                .single();
    }

    private static java.net.http.HttpRequest.BodyPublisher form(String fields) {
        return BodyPublishers.ofString(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
