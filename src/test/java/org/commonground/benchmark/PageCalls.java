package org.commonground.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonground.benchmark.Callers.Who;
import org.commonground.testing.Visitor;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of ours, opened by somebody who may. */
final class PageCalls {

    /** Called by {@link TaskCalls} and {@link PracticeCalls}, with what they have just been given. */
    static final String CARDS = "/tasks/cards";

    static final String PANEL = "/tasks/{id}/panel";

    static final String HOLDER = "/tasks/{id}/holder";
    static final String API = "/api/referrals/{reference}";

    /** Whoever signs in, and what stands in the address. */
    private static final String SELECT = "select account.id::text, account.username, %s from account ";

    private static final String IN_TEAM = """
            join account_role role on role.account_id = account.id and role.role = 'link-worker'
            join account_team on account_team.account_id = account.id and account_team.team_id = any(:teams)
            """;

    private static final String REFERRAL = SELECT.formatted("reference as first, null as second") + IN_TEAM
            + "join referral on referral.team_id = account_team.team_id and standing <> 'closed'";

    private static final String WAITING = IN_TEAM + """
            join referral on referral.team_id = account_team.team_id
            join placement on placement.referral_id = referral.id
            and placement.state in ('waiting', 'asked')""";

    private static final String LETTER = SELECT.formatted("message.id::text as first, null as second") + IN_TEAM + """
            join referral on referral.team_id = account_team.team_id
            join message on message.recipient_id = referral.id and message.state = 'other-way' and message.channel = 'letter'""";

    private static final String LINK_WORKER = SELECT.formatted("null as first, null as second") + IN_TEAM;

    private static final String ONESELF = SELECT.formatted("account.id::text as first, null as second") + IN_TEAM;

    private static final String LEAD = SELECT.formatted("null as first, null as second")
            + "join team on team.lead = account.id and team.id = any(:teams)";

    private static final String DESK = "join practice_staff staff on staff.account_id = account.id"
            + " join practice on practice.id = staff.practice_id and practice.team_id = any(:teams) ";

    private static final String PRACTICE = SELECT.formatted("null as first, null as second") + DESK;

    private static final String SENT = SELECT.formatted("reference as first, null as second") + DESK
            + "join referral on referral.practice_id = practice.id";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    /** Why nobody opens a page here. */
    private static final Map<String, String> LEFT_OUT = new TreeMap<>();

    static {
        all(
                REFERRAL,
                "/referrals/{reference}",
                "/referrals/{reference}/contact",
                "/referrals/{reference}/details",
                "/referrals/{reference}/group",
                "/referrals/{reference}/link-worker",
                "/referrals/{reference}/other-groups",
                "/referrals/{reference}/leaving",
                "/referrals/{reference}/leaving/recorded",
                "/referrals/{reference}/consents",
                "/referrals/{reference}/send-back",
                "/referrals/{reference}/crisis",
                "/referrals/{reference}/crisis/declared",
                "/referrals/{reference}/concern",
                "/referrals/{reference}/concern/received");
        PAGES.put(
                "/referrals/{reference}/stop/{step}",
                SELECT.formatted("reference as first, 'reason' as second")
                        + REFERRAL.substring(REFERRAL.indexOf("join account_role")));
        PAGES.put(
                "/referrals/{reference}/waiting/{placement}",
                SELECT.formatted("reference as first, placement.id::text as second") + WAITING);
        PAGES.put(
                "/groups/{id}/waiting-list",
                SELECT.formatted("placement.group_id::text as first, null as second") + WAITING);
        PAGES.put("/letters/{id}", LETTER);
        all(LINK_WORKER, "/", "/referrals", "/referrals/new", "/tasks/links", "/account", "/password");
        all(
                SELECT.formatted("null as first, null as second")
                        + "join organiser on organiser.account_id = account.id",
                "/groups");
        all(ONESELF, "/people/{id}/absences", "/people/{id}/absences/new");
        all(LEAD, "/team");
        all(PRACTICE, "/practice", "/practice/refer");
        all(SENT, "/practice/referrals/{reference}", "/practice/referrals/{reference}/letter");
        all(
                administrator("null", "null", ""),
                "/setup",
                "/setup/neighbourhoods",
                "/setup/neighbourhoods/new",
                "/setup/teams",
                "/setup/teams/new",
                "/setup/practices",
                "/setup/practices/new",
                "/setup/staff",
                "/setup/staff/new",
                "/setup/groups",
                "/setup/groups/new",
                "/setup/organisers",
                "/setup/upload");
        all(
                administrator("neighbourhood.id::text", "null", "cross join neighbourhood"),
                "/setup/neighbourhoods/{id}",
                "/setup/neighbourhoods/{id}/numbers");
        all(
                administrator("team.id::text", "null", "cross join team where team.id = any(:teams)"),
                "/setup/teams/{id}",
                "/setup/teams/{id}/end");
        all(
                administrator("practice.id::text", "null", "cross join practice where practice.team_id = any(:teams)"),
                "/setup/practices/{id}",
                "/setup/practices/{id}/key",
                "/setup/practices/{practice}/people",
                "/setup/practices/{practice}/people/new");
        all(
                administrator("practice_id::text", "staff.account_id::text", "cross join practice_staff staff"),
                "/setup/practices/{practice}/people/{account}");
        all(
                administrator(
                        "member.account_id::text",
                        "null",
                        "cross join account_team member where team_id = any(:teams)"),
                "/setup/staff/{id}",
                "/setup/staff/{id}/password",
                "/setup/staff/{id}/end");
        all(
                administrator("community_group.id::text", "null", "cross join community_group"),
                "/setup/groups/{id}",
                "/setup/groups/{id}/facts",
                "/setup/groups/{id}/closing",
                "/setup/groups/{id}/reopening",
                "/setup/groups/{id}/organisers/new");
        all(
                administrator(
                        "member.group_id::text", "member.organiser_id::text", "cross join organiser_group member"),
                "/setup/groups/{id}/organisers/{organiser}",
                "/setup/groups/{id}/organisers/{organiser}/password",
                "/setup/groups/{id}/organisers/{organiser}/end");

        called("timed with what Tasklist shows, or the practice’s system is told", CARDS, PANEL, HOLDER, API);
        called("timed with signing in", "/sign-in");
        called(
                "leads on without reading anything",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/",
                "/referrals/{reference}/stop");
        called(
                "shows what was typed on the page before, and reads no more than that one",
                "/referrals/new/check",
                "/referrals/new/done",
                "/practice/refer/check",
                "/practice/refer/done",
                "/referrals/{reference}/stop/check",
                "/referrals/{reference}/stop/done",
                "/referrals/{reference}/send-back/done",
                "/referrals/{reference}/consents/check",
                "/referrals/{reference}/consents/done");
        called(
                "about one absence of one person, like the page that lists them",
                "/people/{id}/absences/{absence}/take-back",
                "/people/{id}/absences/{absence}/stand-in");
        called("an empty file to fill in", "/setup/upload/{name}.csv");
        called(
                "of the embedded mail server, which is for trying out",
                "/mails",
                "/mails/{id}",
                "/mails/{id}/attachments/{number}");
    }

    private final Callers callers;

    PageCalls(Callers callers) {
        this.callers = callers;
    }

    private static void all(String who, String... pages) {
        for (String page : pages) {
            PAGES.put(page, who);
        }
    }

    private static void called(String why, String... pages) {
        for (String page : pages) {
            LEFT_OUT.put(page, why);
        }
    }

    private static String administrator(String first, String second, String others) {
        return SELECT.formatted(first + " as first, " + second + " as second") + """
                join (select account_id from account_role join account on account.id = account_id
                    where role = 'administrator' and username like 'test-%' order by account_id limit 3) administrators
                    on administrators.account_id = account.id
                """ + others;
    }

    /** Pages that are neither opened here nor left out for a reason. */
    static Set<String> forgotten(ApplicationContext context) {
        Set<String> there = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    if (method.getBeanType().getPackageName().startsWith("org.commonground.")
                            && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                        there.addAll(mapping.getPatternValues());
                    }
                });
        there.removeAll(PAGES.keySet());
        there.removeAll(LEFT_OUT.keySet());
        return there;
    }

    /** What {@link #open} calls for every page. */
    static List<String> expected() {
        return PAGES.keySet().stream().map(PageCalls::opening).toList();
    }

    private static String opening(String page) {
        return "Page: " + page;
    }

    /** Every page so often, each time for somebody else; none that nobody can open, as where the last letter is posted. */
    void open(int times, Timings timings) {
        PAGES.forEach((page, who) -> {
            List<Address> addresses = addresses(who, times);
            for (int number = 0; number < times && !addresses.isEmpty(); number++) {
                Address address = addresses.get(number % addresses.size());
                Visitor visitor = callers.visitor(new Who(address.id(), address.username()));
                timings.of(opening(page), () -> shown(visitor, address.in(page)));
            }
        });
    }

    /** Looks through set-up's long lists: by a word that many names have, by part of a username, and at their last pages. */
    void find(int times, Timings timings) {
        List<Address> administrators = addresses(PAGES.get("/setup"), times);
        for (int number = 0; number < times; number++) {
            Address address = administrators.get(number % administrators.size());
            Visitor visitor = callers.visitor(new Who(address.id(), address.username()));
            for (String list : List.of("/setup/staff", "/setup/organisers")) {
                timings.of(
                        "Find by name (page and answer): " + list,
                        () -> Callers.ok(visitor.submit(list, "words", "Tester")));
                timings.of(
                        "Find by username (page and answer): " + list,
                        () -> Callers.ok(visitor.submit(list, "words", "test-")));
                timings.of("Last page: " + list, () -> shown(visitor, list + "?page=1000000"));
            }
            timings.of("Last page: /setup/groups", () -> shown(visitor, "/setup/groups?page=1000000"));
        }
    }

    private static Object shown(Visitor visitor, String path) {
        var answer = visitor.get(path, "Accept", "text/html, */*;q=0.5");
        // the first page leads to where somebody's work is
        return path.equals("/") && visitor.next(answer) != null ? answer : Callers.ok(answer);
    }

    /** Who opens a page, and for what. */
    private record Address(String id, String username, String first, String second) {

        String in(String page) {
            String filled = first == null ? page : page.replaceFirst("\\{[^}]+}", first);
            return second == null ? filled : filled.replaceFirst("\\{[^}]+}", second);
        }
    }

    private List<Address> addresses(String who, int most) {
        return callers.jdbc()
                .sql("select * from (" + who + ") possible order by random() limit :most")
                .param("teams", callers.teams())
                .param("most", most)
                .query((row, number) -> new Address(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("first"),
                        row.getString("second")))
                .list();
    }
}
