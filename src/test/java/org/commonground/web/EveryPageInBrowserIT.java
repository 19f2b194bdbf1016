package org.commonground.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.AbsenceId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.PlacementId;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.Promises;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.Chromium;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of ours, opened by somebody who may, at a phone's width: no barrier that axe finds, nothing wider than the
 * screen, in English, with a title and one first heading. A new page fails the test until its address stands here.
 */
@CommonGroundTest
class EveryPageInBrowserIT {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE = 320;
    private static final String LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** What stands for each name in braces. */
    private final Map<String, String> named = new TreeMap<>();

    private final SoftAssertions all = new SoftAssertions();

    private static final List<String> ANYBODY = List.of("/sign-in");

    private static final List<String> LINK_WORKER = List.of(
            "/account",
            "/password",
            "/people/{id}/absences",
            "/people/{id}/absences/new",
            "/people/{id}/absences/{absence}/take-back",
            "/people/{id}/absences/{absence}/stand-in",
            "/referrals",
            "/referrals/new",
            "/referrals/new/check",
            "/referrals/new/done",
            "/referrals/{reference}",
            "/referrals/{reference}/concern",
            "/referrals/{reference}/concern/received",
            "/referrals/{reference}/consents",
            "/referrals/{reference}/consents/check",
            "/referrals/{reference}/consents/done",
            "/referrals/{reference}/contact",
            "/referrals/{reference}/crisis",
            "/referrals/{reference}/crisis/declared",
            "/referrals/{reference}/details",
            "/referrals/{reference}/group",
            "/referrals/{reference}/leaving",
            "/referrals/{reference}/leaving/recorded",
            "/referrals/{reference}/link-worker",
            "/referrals/{reference}/other-groups",
            "/referrals/{reference}/send-back",
            "/referrals/{reference}/send-back/done",
            "/referrals/{reference}/stop",
            "/referrals/{reference}/stop/check",
            "/referrals/{reference}/stop/done",
            "/referrals/{reference}/stop/{step}",
            "/referrals/{reference}/waiting/{placement}",
            "/groups/{group}/waiting-list");

    private static final List<String> LEAD = List.of("/team");

    private static final List<String> ORGANISER = List.of("/groups", "/groups/{group}/waiting-list");

    private static final List<String> PRACTICE = List.of(
            "/practice",
            "/practice/refer",
            "/practice/refer/check",
            "/practice/refer/done",
            "/practice/referrals/{reference}",
            "/practice/referrals/{reference}/letter");

    private static final List<String> ADMINISTRATOR = List.of(
            "/mails",
            "/mails/{mail}",
            "/setup",
            "/setup/groups",
            "/setup/groups/new",
            "/setup/groups/{group}",
            "/setup/groups/{group}/closing",
            "/setup/groups/{group}/reopening",
            "/setup/groups/{group}/facts",
            "/setup/groups/{group}/organisers/new",
            "/setup/groups/{group}/organisers/{organiser}",
            "/setup/groups/{group}/organisers/{organiser}/end",
            "/setup/groups/{group}/organisers/{organiser}/password",
            "/setup/organisers",
            "/setup/practices",
            "/setup/practices/new",
            "/setup/practices/{practice}",
            "/setup/practices/{practice}/key",
            "/setup/practices/{practice}/people",
            "/setup/practices/{practice}/people/new",
            "/setup/practices/{practice}/people/{desk}",
            "/setup/staff",
            "/setup/staff/new",
            "/setup/staff/{id}",
            "/setup/staff/{id}/end",
            "/setup/staff/{id}/password",
            "/setup/neighbourhoods",
            "/setup/neighbourhoods/new",
            "/setup/neighbourhoods/{neighbourhood}",
            "/setup/neighbourhoods/{neighbourhood}/numbers",
            "/setup/teams",
            "/setup/teams/new",
            "/setup/teams/{team}",
            "/setup/teams/{team}/end",
            "/setup/upload");

    /** These lead to Tasklist or Cockpit, which are not ours. */
    private static final Set<String> LEAD_ON = Set.of("/", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/");

    @Test
    void every_page_stands_in_the_list() {
        Set<String> ours = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (isPage(mapping, handler)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> !LEAD_ON.contains(pattern))
                        .map(EveryPageInBrowserIT::shape)
                        .forEach(ours::add);
            }
        });
        Set<String> listed = new TreeSet<>();
        List.of(ANYBODY, LINK_WORKER, LEAD, ORGANISER, PRACTICE, ADMINISTRATOR)
                .forEach(
                        pages -> pages.stream().map(EveryPageInBrowserIT::shape).forEach(listed::add));

        assertThat(listed).isEqualTo(ours);
    }

    @Test
    void every_page_is_without_barriers_at_a_phones_width() throws GroupFull {
        assumeTrue(Chromium.isHere());
        Placing placing = Placing.in(context);
        People people = People.in(context);
        var team = placing.here().team().id();
        People.Person linkWorker = people.inTeam(team, Role.LINK_WORKER);
        People.Person lead = people.inTeam(team, Role.LINK_WORKER, Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(team, lead.id(), Actor.SYSTEM);
        GroupId group = InventedGroup.onePlace().in(context);
        People.Person organiser = people.organiserOf(group.value());
        somebodyGoesToAGroupAndWaitsForAnother(placing, group);
        AbsenceId absence = context.getBean(Absences.class).record(inAWeek(linkWorker, lead), linkWorker.actor());
        Account desk = desk(placing);
        context.getBean(Outbox.class).sendDue();
        named.put("id", linkWorker.id().toString());
        named.put("absence", absence.toString());
        named.put("group", group.toString());
        named.put(
                "organiser",
                context.getBean(Organisers.class).of(group.value()).get(0).id().toString());
        named.put("practice", placing.here().practice().practice().toString());
        named.put("desk", desk.id().toString());
        named.put("neighbourhood", Here.in(context).toString());
        named.put("team", team.toString());
        named.put("step", "who");
        named.put(
                "mail",
                context.getBean(CaughtMails.class)
                        .newest(1, Optional.empty())
                        .get(0)
                        .id()
                        .toString());

        try (Chromium chromium = Chromium.start()) {
            Page stranger = chromium.open();
            look(stranger, "/sign-in?refused");
            look(stranger, "/sign-in?paused");
            look(stranger, "/sign-in?signed-out");
            look(stranger, ANYBODY);
            Page worker = as(chromium, linkWorker.username());
            look(worker, LINK_WORKER);
            look(worker, "/setup");
            look(worker, "/referrals/CG-0000-00");
            look(worker, "/error");
            look(as(chromium, lead.username()), LEAD);
            look(as(chromium, organiser.username()), ORGANISER);
            look(as(chromium, desk.username()), PRACTICE);
            look(as(chromium, people.with(Role.ADMINISTRATOR).username()), ADMINISTRATOR);
        }
        all.assertAll();
    }

    private void somebodyGoesToAGroupAndWaitsForAnother(Placing placing, GroupId full) throws GroupFull {
        placing.offered(placing.referral(), full);
        ReferralId referral = placing.referral(Invented.referral().named("Wilhelmina", LONG_NAME));
        PlacementId attended = placing.agreed(referral, InventedGroup.singers().in(context));
        context.getBean(FirstSessions.class)
                .record(attended, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());
        PlacementId waiting = context.getBean(Choices.class)
                .choose(referral, Placing.waiting(full), placing.linkWorker())
                .get(0);
        placing.check(waiting);
        try {
            context.getBean(Promises.class).hold(waiting);
        } catch (GroupFull waitsNow) {
            named.put("placement", waiting.toString());
        }
        named.put(
                "reference",
                context.getBean(Referrals.class).find(referral).reference().text());
    }

    private RecordAbsence inAWeek(People.Person who, People.Person standIn) {
        var day = context.getBean(WorkingDays.class).today().plusDays(7);
        return new RecordAbsence(who.id(), day, day.plusDays(3), standIn.id());
    }

    private Account desk(Placing placing) {
        String username = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        return context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                username,
                                new PersonName("Desk Example"),
                                null,
                                placing.here().practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
    }

    private Page as(Chromium chromium, String username) {
        Page page = chromium.open();
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("#username", username);
        page.fill("#password", People.PASSWORD);
        page.click("#sign-in button");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private void look(Page page, List<String> addresses) {
        addresses.forEach(address -> look(page, address));
    }

    private void look(Page page, String address) {
        String path = address;
        for (Map.Entry<String, String> one : named.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        page.setViewportSize(PHONE, 700);
        page.navigate("http://localhost:" + port + path);
        // no script runs in the frame that shows a mail, axe neither
        AxeResults found = new AxeBuilder(page)
                .setLegacyMode(true)
                .exclude(".cg-mail-html")
                .withTags(WCAG)
                .analyze();
        all.assertThat(found.getViolations())
                .as(address)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getTarget())
                .isEmpty();
        all.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(address + " fits the width of a phone")
                .isLessThanOrEqualTo(PHONE);
        all.assertThat(page.locator("h1").count())
                .as(address + " has one first heading")
                .isOne();
        all.assertThat(page.getAttribute("html", "lang")).as(address).isEqualTo("en");
        all.assertThat(page.title()).as(address).endsWith(" – Common Ground");
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.commonground.web")
                && !handler.getBeanType().isAnnotationPresent(RestController.class)
                && !ResponseEntity.class.isAssignableFrom(handler.getMethod().getReturnType())
                && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    /** Whatever a name in braces is called. */
    private static String shape(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "{}");
    }
}
