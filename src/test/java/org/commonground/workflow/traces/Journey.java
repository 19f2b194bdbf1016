package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.MailUndeliverable;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.followup.FollowUps;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Way;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.event.Recorded;
import org.commonground.platform.event.Story;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One referral on its way, as a test sends it: people of the test's own claim and answer tasks through the port,
 * timers fire when the clock has come to them, jobs run when the test says so.
 */
final class Journey {

    private final BeanFactory context;
    private final TaskPort port;
    private final MovableClock clock;
    private final List<Actor.SignedIn> people = new ArrayList<>();
    private final Invented invented;
    private final Neighbourhood here;
    private final ReferralId referral;
    private final Running running;

    private Journey(BeanFactory context, Invented invented, Neighbourhood here, List<Actor.SignedIn> people) {
        this.context = context;
        this.port = context.getBean(TaskPort.class);
        this.clock = context.getBean(MovableClock.class);
        this.invented = invented;
        this.here = here;
        this.people.addAll(people);
        this.referral = context.getBean(Intake.class)
                .receive(invented.message(), null, here.actor())
                .referral();
        this.running = new Running(context.getBean(ProcessEngine.class), clock, referral);
    }

    /** A practice has just referred somebody. */
    static Journey received(BeanFactory context) {
        return received(context, Invented.referral());
    }

    static Journey received(BeanFactory context, Invented invented) {
        return received(context, invented, Neighbourhood.in(context));
    }

    /** The practice of a neighbourhood that a test knows already has referred somebody. */
    static Journey received(BeanFactory context, Invented invented, Neighbourhood here) {
        People made = People.in(context);
        List<Actor.SignedIn> people = new ArrayList<>();
        people.add(made.inTeam(here.team().id(), Role.LINK_WORKER).actor());
        Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY, Role.ADMINISTRATOR)
                .forEach(role -> people.add(made.with(role).actor()));
        return received(context, invented, here, people);
    }

    /** The same where those who answer are known already; the first of them is the link worker. */
    static Journey received(BeanFactory context, Invented invented, Neighbourhood here, List<Actor.SignedIn> people) {
        return new Journey(context, invented, here, people);
    }

    /** The person was reached, talked with, and wants to go ahead. */
    static Journey choosing(BeanFactory context) {
        return received(context).reached().talked();
    }

    Journey reached() {
        answer("make-contact", Said.reached(days().after(days().today(), 2)));
        return this;
    }

    /** Attempts without an answer, by these ways, each when it is due. */
    Journey neverReached(Way... ways) {
        for (int attempt = 0; attempt < ways.length; attempt++) {
            if (attempt > 0) {
                fireTimer("wait-for-next-contact");
            }
            answer("make-contact", Said.noAnswer(ways[attempt]));
        }
        return this;
    }

    Journey talked() {
        answer("hold-conversation", Said.goAhead());
        return this;
    }

    /** A group of its own with places for many, and an organiser. */
    GroupId group() {
        return group(InventedGroup.singers());
    }

    GroupId group(InventedGroup invented) {
        GroupId group = invented.in(context);
        people.add(People.in(context).organiserOf(group.value()).actor());
        return group;
    }

    /** An organiser for a group that another journey made. */
    void organisers(GroupId group) {
        people.add(People.in(context).organiserOf(group.value()).actor());
    }

    /** Chooses groups for a round; returns their placements in the same order. */
    List<PlacementId> choose(GroupId... groups) {
        answer("choose-groups", Placing.choice(groups));
        return Stream.of(groups).map(this::placementIn).toList();
    }

    /** A placement on the waiting list of a group that is full. */
    PlacementId waitingFor(GroupId group) {
        answer("choose-groups", Placing.waiting(group));
        PlacementId placement = placementIn(group);
        answer(placement, "check-person-side", Placing.noRisk());
        return placement;
    }

    /** The sweep comes to the waiting list of a group. */
    void moveOn(GroupId group) {
        FreedPlaces freedPlaces = bean(FreedPlaces.class);
        while (bean(InOneTransaction.class).call(() -> freedPlaces.moveOn(group)) > 0) {
            running.look();
        }
    }

    /** Position and length of the list, as the link worker sees them: {@code 2 of 3}. */
    String position(PlacementId placement) {
        return bean(WaitingLists.class)
                .find(placement(placement))
                .map(waiting -> waiting.position() + " of " + waiting.length())
                .orElse("not on the list");
    }

    /** A placement whose offer is open. */
    PlacementId offered(GroupId group) {
        PlacementId placement = choose(group).get(0);
        answer(placement, "check-person-side", Placing.noRisk());
        return placement;
    }

    /** A placement whose first session is a week from today. */
    void agree(PlacementId placement) {
        answer(placement, "answer-offer", Placing.yes());
        answer(placement, "ask-person", Answered.personSaysYes(days().after(days().today(), 5)));
    }

    /** Waits for the day of the first session. */
    void comeToFirstSession(PlacementId placement) {
        LocalDate day = bean(Placements.class)
                .find(placement)
                .firstSession()
                .orElseThrow()
                .on();
        moveTo(day.atTime(LocalTime.of(17, 0)).atZone(WorkingDays.LONDON).toInstant());
    }

    /** The person attends the first session of an open offer's group. */
    void attend(PlacementId placement) {
        agree(placement);
        comeToFirstSession(placement);
        answer(placement, "record-first-session", Answered.attended());
    }

    /** The engine's group of a post of the referral's neighbourhood. */
    String post(Role role) {
        return EngineGroups.post(
                new Post(role, bean(Referrals.class).find(referral).neighbourhood()));
    }

    /** The link worker raises a concern about the person. */
    UUID raiseConcern() {
        UUID concern = bean(Concerns.class)
                .raise(
                        new RaiseConcern(
                                Ids.next(),
                                referral.value(),
                                null,
                                false,
                                new Narrative("A neighbour shouts at her"),
                                null),
                        bean(Referrals.class).find(referral).neighbourhood(),
                        linkWorker())
                .value();
        running.look();
        return concern;
    }

    void answer(String task, Record answer) {
        answer(referral.value(), task, answer);
    }

    void answer(PlacementId placement, String task, Record answer) {
        answer(placement.value(), task, answer);
    }

    /** Whoever has the open task, or may claim it, answers it. */
    void answer(UUID subject, String key, Record answer) {
        answerAs(whoMay(task(subject, key)), subject, key, answer);
    }

    /** This person claims the open task, or takes it over, and answers it. */
    void answerAs(Actor.SignedIn somebody, UUID subject, String key, Record answer) {
        OpenTask task = task(subject, key);
        port.takeOver(task.id(), somebody);
        port.submit(task.id(), Submitted.of(answer), somebody);
        running.look();
    }

    TaskPort port() {
        return port;
    }

    /** What the form of an open task shows somebody. */
    Map<String, Object> shown(Actor.SignedIn somebody, UUID subject, String key) {
        return port.prefill(task(subject, key).id(), somebody);
    }

    OpenTask task(UUID subject, String key) {
        List<OpenTask> open = port.openTasksAbout(subject).stream()
                .filter(task -> task.key().equals(key))
                .toList();
        assertThat(open).as("open tasks " + key).hasSize(1);
        return open.get(0);
    }

    List<String> openTasks(UUID subject) {
        return port.openTasksAbout(subject).stream().map(OpenTask::key).sorted().toList();
    }

    /** The clock comes to a timer of this referral, and it fires. */
    void fireTimer(String timer) {
        running.fireTimer(timer);
    }

    Job timer(String timer) {
        return running.timer(timer);
    }

    List<Job> timers(String timer) {
        return running.timers(timer);
    }

    /** Timers whose clock stands still. */
    List<Job> stoppedTimers(String timer) {
        return running.stoppedTimers(timer);
    }

    /** Every job that waits for nothing but somebody to do it. */
    void executeJobs() {
        running.executeJobs();
    }

    Running running() {
        return running;
    }

    /** The trace of the referral's own process. */
    ProcessInstanceAssert trace() {
        return trace(referral.value());
    }

    ProcessInstanceAssert trace(PlacementId placement) {
        return trace(placement.value());
    }

    ProcessInstanceAssert trace(UUID subject) {
        return running.trace(subject);
    }

    UUID plan() {
        return bean(FollowUps.class).of(referral).get(0).id().value();
    }

    Placement placement(PlacementId id) {
        return bean(Placements.class).find(id);
    }

    Invented invented() {
        return invented;
    }

    Neighbourhood here() {
        return here;
    }

    /** Whoever of this journey's people has a role. */
    Actor.SignedIn somebody(Role role) {
        return people.stream().filter(person -> person.has(role)).findFirst().orElseThrow();
    }

    /** Somebody else may answer tasks too. */
    Actor.SignedIn joinedBy(Actor.SignedIn somebody) {
        people.add(0, somebody);
        return somebody;
    }

    BeanFactory context() {
        return context;
    }

    ReferralId referral() {
        return referral;
    }

    Referral stands() {
        return bean(Referrals.class).find(referral);
    }

    Actor.SignedIn linkWorker() {
        return people.get(0);
    }

    /** Somebody new leads the referral's team. */
    Actor.SignedIn lead() {
        TeamId team = stands().team();
        Actor.SignedIn lead = People.in(context).inTeam(team, Role.TEAM_LEAD).actor();
        bean(Teams.class).appointLead(team, lead.account(), Actor.SYSTEM);
        return lead;
    }

    /** Who was to be told about a subject. */
    List<UUID> recipients(UUID subject) {
        return jdbc().sql("select recipient_id from message where subject_id = :subject order by posted, id")
                .param("subject", subject)
                .query(UUID.class)
                .list();
    }

    /** Where the mails of a kind about a subject stand, after the outbox has sent what it may. */
    List<String> sent(UUID subject, String kind) {
        bean(Outbox.class).sendDue();
        return jdbc().sql("select state from message where subject_id = :subject and kind = :kind order by posted, id")
                .param("subject", subject)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** After the last attempt: the outbox has written to the person, or found that somebody has to. */
    Journey writtenTo() {
        bean(Outbox.class).sendDue();
        running.look();
        return this;
    }

    /** The newest message that tells the person that we could not reach them. */
    UUID lastLetter() {
        return jdbc().sql("""
                        select id from message where subject_id = :subject and kind = 'not-reached'
                        order by id desc limit 1""")
                .param("subject", referral.value())
                .query(UUID.class)
                .single();
    }

    /** A mail cannot be delivered, as the outbox says it when every attempt is used up. */
    void undeliverable(UUID mail, MessageKind kind) {
        bean(InOneTransaction.class).run(() -> {
            jdbc().sql("update message set state = 'failed', status = '550' where id = :id")
                    .param("id", mail)
                    .update();
            bean(Events.class)
                    .publish(new MailUndeliverable(Ids.next(), new MessageId(mail), referral.value(), kind, "550"));
        });
        executeJobs();
    }

    /** What has happened to the referral, by name, newest first. */
    List<String> story(String... kinds) {
        return bean(Story.class).of(referral.value(), List.of(kinds), 100).stream()
                .map(Recorded::kind)
                .toList();
    }

    /** Kinds of mail that were decided about a subject, in order. */
    List<String> mails(UUID subject) {
        return jdbc().sql("select kind from message where subject_id = :subject order by posted, id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /** How many places the placements of this referral hold or have taken. */
    int places() {
        return jdbc().sql("select count(*) from place where referral_id = :referral and state <> 'given-back'")
                .param("referral", referral.value())
                .query(Integer.class)
                .single();
    }

    PlacementState state(PlacementId id) {
        return placement(id).state();
    }

    /** Nothing of this referral runs, waits or is due any more. */
    void assertNothingIsLeft() {
        running.assertNothingIsLeft();
        running.seen().forEach(subject -> assertThat(openTasks(subject)).isEmpty());
    }

    void moveTo(Instant moment) {
        clock.moveTo(moment);
    }

    WorkingDays days() {
        return bean(WorkingDays.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** The newest placement with a group. */
    PlacementId placementIn(GroupId group) {
        return bean(Placements.class).of(referral).stream()
                .filter(placement -> placement.group().equals(group))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .id();
    }

    Actor.SignedIn whoMay(OpenTask task) {
        return people.stream()
                .filter(person -> task.assignee().isEmpty()
                        || task.assignee().get().equals(person.account().toString()))
                .filter(person -> EngineGroups.of(person).stream().anyMatch(task.candidates()::contains))
                .reduce((first, later) -> task.key().equals("answer-offer") ? later : first)
                .orElseThrow(() -> new AssertionError("nobody may answer " + task.key()));
    }
}
