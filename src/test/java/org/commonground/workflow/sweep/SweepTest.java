package org.commonground.workflow.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.conversation.reach.Contacts;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.group.PlaceGivenBack;
import org.commonground.group.Places;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.PlacementId;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.OfferReminders;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.platform.Ids;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.PersonDetails;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Pauses;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.testing.TimePasses;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time brings, once: tasks that are late, offers that wait, courses that have ended. */
@CommonGroundTest
class SweepTest {

    private static final MailAddress WRONG = new MailAddress("nobody at all");

    @Autowired
    ApplicationContext context;

    @Autowired
    Sweep sweep;

    @Autowired
    OverdueTasks overdue;

    @Autowired
    Outbox outbox;

    @Autowired
    Referrals referrals;

    @Autowired
    PersonDetails details;

    @Autowired
    Contacts contacts;

    @Autowired
    FirstSessions sessions;

    @Autowired
    TaskService tasks;

    @Autowired
    Accounts accounts;

    @Autowired
    CaughtMails caught;

    @Autowired
    Events events;

    @Autowired
    WorkingDays days;

    @Autowired
    MovableClock clock;

    @Autowired
    InOneTransaction once;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private ReferralId referral;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
    }

    @Test
    void aTaskAWorkingDayLateRisesAndTheTeamsLeadHearsOfItOnce() {
        Actor.SignedIn lead = placing.somebody(Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(placing.here().team().id(), lead.account(), Actor.SYSTEM);
        Task task = taskOfTheTeam();

        clock.moveTo(late(task).minusSeconds(60));
        sweep.run();
        assertThat(priority(task)).isEqualTo(50);

        clock.moveTo(late(task));
        sweep.run();
        sweep.run();

        assertThat(priority(task)).isEqualTo(90);
        assertThat(told(task)).containsExactly(lead.account().value());
        sendMailsAbout(task);
        assertThat(states(task)).containsExactly("sent");
        assertThat(mailTo(lead))
                .contains("A task about referral "
                        + referrals.find(referral).reference().text())
                .doesNotContain("Wilhelmina", "Testerton", "Billie");
    }

    /** Reviewing it has a timer of its own; a pause that nobody lifts comes to the deputy by the sweep. */
    @Test
    void aPauseThatIsNotLiftedComesToTheDeputy() {
        placing.somebody(Role.SAFEGUARDING_LEAD);
        Actor.SignedIn deputy = placing.somebody(Role.SAFEGUARDING_DEPUTY);
        Task task = pause();
        assertThat(candidates(task))
                .containsExactly(EngineGroups.post(new Post(Role.SAFEGUARDING_LEAD, Here.in(context))));

        assertThat(raise(task)).isEqualTo(1);

        assertThat(told(task)).contains(deputy.account().value());
        assertThat(candidates(task))
                .containsExactlyInAnyOrder(
                        EngineGroups.post(new Post(Role.SAFEGUARDING_LEAD, Here.in(context))),
                        EngineGroups.post(new Post(Role.SAFEGUARDING_DEPUTY, Here.in(context))));
        sendMailsAbout(task);
        assertThat(mailTo(deputy))
                .contains("A task was due")
                .doesNotContain(referrals.find(referral).reference().text());
        TaskPort port = context.getBean(TaskPort.class);
        port.claim(task.getId(), deputy);
        port.submit(task.getId(), Map.of("reason", "The neighbour has moved out"), deputy);
        assertThat(referrals.isPaused(referral)).isFalse();
    }

    @Test
    void whatAGroupIsAskedIsNotOverdueWhileAPauseStopsItsClock() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        PlacementId placement = placing.offered(referral, group);
        context.getBean(RuntimeService.class)
                .createProcessInstanceByKey("placement")
                .businessKey(placement.toString())
                .setVariables(Map.of(
                        "referralId",
                        referral.toString(),
                        "placementId",
                        placement.toString(),
                        "team",
                        "team-" + placing.here().team().id(),
                        "group",
                        "group-" + group))
                .startBeforeActivity("answer-offer")
                .execute();
        pause();

        Task offer = taskAbout(placement.value());
        assertThat(raise(offer)).isZero();
        assertThat(told(offer)).isEmpty();
    }

    @Test
    void aReplyToTheLastLetterIsNotOverdueWhileAPauseStopsItsClock() {
        RuntimeService processes = context.getBean(RuntimeService.class);
        processes
                .createProcessInstanceModification(taskAbout(referral.value()).getProcessInstanceId())
                .cancelAllForActivity("make-contact")
                .startBeforeActivity("await-reply")
                .execute();
        Task reply = taskAbout(referral.value());
        pause();

        assertThat(raise(reply)).isZero();
        assertThat(told(reply)).isEmpty();
    }

    @Test
    void ofATeamOfOneTheAdministratorsHearToo() {
        Actor.SignedIn administrator =
                People.in(context).with(Role.ADMINISTRATOR).actor();
        context.getBean(Teams.class)
                .appointLead(placing.here().team().id(), placing.linkWorker().account(), Actor.SYSTEM);
        Task task = taskOfTheTeam();

        raise(task);

        assertThat(told(task))
                .contains(placing.linkWorker().account().value())
                .contains(administrator.account().value());
    }

    @Test
    void withoutALeadTheAdministratorsHear() {
        Actor.SignedIn administrator = placing.somebody(Role.ADMINISTRATOR);
        Task task = taskOfTheTeam();

        clock.moveTo(late(task));
        sweep.run();

        assertThat(told(task)).contains(administrator.account().value());
    }

    @Test
    void nobodyIsToldOfATaskThatWasAnsweredMeanwhile() {
        placing.somebody(Role.ADMINISTRATOR);
        Task task = taskOfTheTeam();
        clock.moveTo(late(task));
        sweep.run();
        tasks.complete(task.getId(), Map.of("mend", "told-otherwise"));

        sendMailsAbout(task);

        assertThat(states(task)).containsOnly("dropped");
    }

    @Test
    void organisersAreRemindedOnceAfterSixWorkingDays() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        placing.somebody(Role.ORGANISER, group);
        PlacementId placement = placing.offered(referral, group);

        clock.moveTo(morning(days.after(days.today(), 6).minusDays(1)));
        sweep.run();
        assertThat(mails(MessageKind.OFFER_REMINDER, placement.value())).isZero();

        new TimePasses(context).days(1);
        sweep.run();
        new TimePasses(context).days(1);
        sweep.run();
        assertThat(mails(MessageKind.OFFER_REMINDER, placement.value())).isEqualTo(1);
    }

    @Test
    void thePlaceOfACourseThatHasEndedComesBack() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        PlacementId placement = attended(referral, group);
        LocalDate last = days.today().plusWeeks(5);

        clock.moveTo(morning(last));
        sweep.run();
        assertThat(place(placement)).isEqualTo("taken");

        new TimePasses(context).days(1);
        sweep.run();
        assertThat(place(placement)).isEqualTo("given-back");
    }

    @Test
    void onePlaceThatCannotBeGivenBackHoldsUpNoOther() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        List<PlacementId> both = List.of(attended(referral, group), attended(placing.referral(), group));
        UUID troubled = both.get(0).value();
        ApplicationListener<PayloadApplicationEvent<PlaceGivenBack>> trouble = ApplicationListener.forPayload(given -> {
            if (given.placement().equals(troubled)) {
                throw new IllegalStateException("something about Wilhelmina");
            }
        });
        ApplicationEventMulticaster events = context.getBean(ApplicationEventMulticaster.class);
        events.addApplicationListener(trouble);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Sweep.class);
        logger.addAppender(log);
        try {
            clock.moveTo(morning(days.today().plusWeeks(6)));
            sweep.run();
        } finally {
            logger.detachAppender(log);
            events.removeApplicationListener(trouble);
        }
        assertThat(both).extracting(this::place).containsExactly("taken", "given-back");
        assertThat(log.list)
                .filteredOn(line -> line.getFormattedMessage().contains(troubled.toString()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getFormattedMessage())
                            .isEqualTo("Not swept (place given back, placement " + troubled + "): illegal-state");
                    assertThat(line.getThrowableProxy()).isNull();
                });
        sweep.run();
        assertThat(both).extracting(this::place).containsOnly("given-back");
    }

    @Test
    void aNodeThatShutsDownFinishesOnePieceAndLeavesTheRestForTheNextStart() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        List<PlacementId> both = List.of(attended(referral, group), attended(placing.referral(), group));
        GenericApplicationContext node = new GenericApplicationContext();
        node.refresh();
        ApplicationListener<PayloadApplicationEvent<PlaceGivenBack>> shutdown =
                ApplicationListener.forPayload(given -> {
                    if (both.contains(new PlacementId(given.placement()))) {
                        node.close();
                    }
                });
        ApplicationEventMulticaster events = context.getBean(ApplicationEventMulticaster.class);
        events.addApplicationListener(shutdown);
        clock.moveTo(morning(days.today().plusWeeks(6)));
        try {
            sweepOf(node).run();
        } finally {
            events.removeApplicationListener(shutdown);
        }
        assertThat(both).extracting(this::place).containsExactlyInAnyOrder("taken", "given-back");

        sweep.run();
        assertThat(both).extracting(this::place).containsOnly("given-back");
    }

    private Sweep sweepOf(ConfigurableApplicationContext node) {
        return new Sweep(
                overdue,
                context.getBean(OfferReminders.class),
                context.getBean(Places.class),
                context.getBean(FreedPlaces.class),
                context.getBean(Closures.class),
                once,
                node);
    }

    private PlacementId attended(ReferralId who, GroupId group) throws Exception {
        PlacementId placement = placing.agreed(who, group);
        once.run(() ->
                sessions.record(placement, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker()));
        return placement;
    }

    /** The sweep also found what other tests left overdue: those mails are dropped, for they would take minutes. */
    private void sendMailsAbout(Task task) {
        jdbc.sql("update message set state = 'dropped', settled = posted where state = 'waiting' and occasion_id <> ?")
                .param(UUID.fromString(task.getId()))
                .update();
        outbox.sendDue();
    }

    private String mailTo(Actor.SignedIn somebody) {
        String address = accounts.find(somebody.account()).orElseThrow().mail().text();
        CaughtMail mail = caught.newest(200, Optional.empty()).stream()
                .filter(each -> each.to().contains(address))
                .findFirst()
                .orElseThrow();
        return mail.subject() + mail.html().orElseThrow() + mail.plain().orElseThrow();
    }

    /** Any task of the team will do: here the one that mends a mail. */
    private Task taskOfTheTeam() {
        contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());
        once.run(() -> details.changeMail(referral, WRONG, placing.linkWorker()));
        UUID subject = referral.value();
        once.run(() -> outbox.post(MessageKind.CONVERSATION_APPOINTMENT, subject, events.latestAbout(subject)));
        outbox.sendDue();
        UUID mail = jdbc.sql("select id from message where subject_id = ? and state = 'failed'")
                .param(subject)
                .query(UUID.class)
                .single();
        return taskAbout(mail);
    }

    private int raise(Task task) {
        return once.call(() -> overdue.raise(task.getId()));
    }

    /** The referral is paused, and lifting the pause is a task. */
    private Task pause() {
        UUID concern = context.getBean(Concerns.class)
                .raise(
                        new RaiseConcern(
                                Ids.next(),
                                referral.value(),
                                null,
                                false,
                                new Narrative("A neighbour shouts at her"),
                                null),
                        Here.in(context),
                        placing.linkWorker())
                .value();
        Actor.SignedIn lead = placing.somebody(Role.SAFEGUARDING_LEAD);
        once.run(() -> context.getBean(Pauses.class).pause(referral.value(), new ConcernId(concern), lead));
        tasks.complete(taskAbout(concern).getId(), Map.of("decision", "pause"));
        return taskAbout(concern);
    }

    private Task taskAbout(UUID subject) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private Instant late(Task task) {
        LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), WorkingDays.LONDON);
        return days.after(due, 1)
                .atTime(task.getDueDate().toInstant().atZone(WorkingDays.LONDON).toLocalTime())
                .atZone(WorkingDays.LONDON)
                .toInstant();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(WorkingDays.LONDON).toInstant();
    }

    private int priority(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getPriority();
    }

    private List<UUID> told(Task task) {
        return jdbc.sql("select recipient_id from message where kind = 'task-overdue' and occasion_id = ?")
                .param(UUID.fromString(task.getId()))
                .query(UUID.class)
                .list();
    }

    private List<String> states(Task task) {
        return jdbc.sql("select state from message where kind = 'task-overdue' and occasion_id = ?")
                .param(UUID.fromString(task.getId()))
                .query(String.class)
                .list();
    }

    private int mails(MessageKind kind, UUID subject) {
        return jdbc.sql("select count(*) from message where kind = ? and subject_id = ?")
                .params(kind.word(), subject)
                .query(Integer.class)
                .single();
    }

    private String place(PlacementId placement) {
        return jdbc.sql("select state from place where placement_id = ?")
                .param(placement.value())
                .query(String.class)
                .single();
    }
}
