package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.followup.FollowUps;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.beans.factory.BeanFactory;

/**
 * Referrals that go the whole way side by side, in a neighbourhood of their own: the practice's message, ten answers by
 * people who claim what nobody has and submit it through the port, and five jobs and timers, until all are closed with somebody placed
 * and followed up. For the benchmark, which times and counts it; nothing may run by itself meanwhile.
 */
public final class HappyPath {

    /** Does what is next for each referral, in any order and by as many threads as it likes, and returns when all is done. */
    @FunctionalInterface
    public interface Pace {

        /** @param acts for each referral, always in the same order, what somebody does in this leg of the way and no more */
        void walk(String leg, List<Runnable> acts);
    }

    private static final int LINK_WORKERS = 4;
    private static final int GROUPS = 8;
    private static final int FOLLOW_UPS = 3;

    private final BeanFactory context;
    private final TaskPort port;
    private final MovableClock clock;
    private final WorkingDays days;
    private final Neighbourhood here;
    private final List<Actor.SignedIn> linkWorkers = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();
    private final List<Actor.SignedIn> organisers = new ArrayList<>();
    private final List<OnTheWay> all = new ArrayList<>();

    private HappyPath(BeanFactory context, int referrals) {
        this.context = context;
        this.port = context.getBean(TaskPort.class);
        this.clock = context.getBean(MovableClock.class);
        this.days = context.getBean(WorkingDays.class);
        this.here = Neighbourhood.elsewhere(context);
        NeighbourhoodId where = here.team().neighbourhood();
        People people = People.at(where, context);
        for (int number = 0; number < LINK_WORKERS; number++) {
            linkWorkers.add(people.inTeam(here.team().id(), Role.LINK_WORKER).actor());
        }
        for (int number = 0; number < GROUPS; number++) {
            GroupId group = InventedGroup.singers().at(where).in(context);
            groups.add(group);
            organisers.add(people.organiserOf(group.value()).actor());
        }
        for (int number = 0; number < referrals; number++) {
            all.add(new OnTheWay(number));
        }
    }

    /** Makes the neighbourhood; nobody is referred yet. */
    public static HappyPath of(int referrals, BeanFactory context) {
        return new HappyPath(context, referrals);
    }

    /** One referral on its way, and who meets it. */
    private final class OnTheWay {

        private final Actor.SignedIn linkWorker;
        private final GroupId group;
        private final Actor.SignedIn organiser;
        private ReferralId referral;
        private PlacementId placement;

        OnTheWay(int number) {
            this.linkWorker = linkWorkers.get(number % LINK_WORKERS);
            this.group = groups.get(number % GROUPS);
            this.organiser = organisers.get(number % GROUPS);
        }

        UUID referral() {
            return referral.value();
        }

        UUID placement() {
            if (placement == null) {
                placement =
                        context.getBean(Placements.class).of(referral).get(0).id();
            }
            return placement.value();
        }

        UUID plan() {
            return context.getBean(FollowUps.class).of(referral).get(0).id().value();
        }
    }

    /** The ids of everything that was here before the referrals, always in the same order. */
    public List<UUID> around() {
        return Stream.of(
                        Stream.of(
                                here.team().neighbourhood().value(),
                                here.team().id().value(),
                                here.practice().practice().value()),
                        groups.stream().map(GroupId::value),
                        linkWorkers.stream().map(person -> person.account().value()),
                        organisers.stream().map(person -> person.account().value()))
                .flatMap(ids -> ids)
                .toList();
    }

    /** Walks all the way; the clock is at now again afterwards. What only a test needs to know is asked between the legs. */
    public void walk(Pace pace) {
        Instant begun = clock.instant();
        long ticked = System.nanoTime();
        try {
            receive(pace);
            answer(pace, "make-contact", OnTheWay::referral, one -> Said.reached(days.after(days.today(), 2)));
            answer(pace, "hold-conversation", OnTheWay::referral, one -> Said.goAhead());
            answer(pace, "choose-groups", OnTheWay::referral, one -> Placing.choice(one.group));
            answer(pace, "check-person-side", OnTheWay::placement, one -> Placing.noRisk());
            answer(pace, "answer-offer", OnTheWay::placement, one -> Placing.yes());
            answer(pace, "ask-person", OnTheWay::placement, one -> Answered.personSaysYes(days.after(days.today(), 5)));
            all.forEach(this::comeToFirstSession);
            answer(pace, "record-first-session", OnTheWay::placement, one -> Answered.attended());
            jobs(pace, "after-the-round", JobQuery::messages);
            for (int time = 0; time < FOLLOW_UPS; time++) {
                jobs(pace, "wait-for-follow-up", query -> query.activityId("wait-for-follow-up"));
                answer(pace, "hold-follow-up", OnTheWay::plan, one -> Answered.notReached());
            }
            jobs(pace, "after-the-last-follow-up", JobQuery::messages);
            Referrals referrals = context.getBean(Referrals.class);
            assertThat(all)
                    .allSatisfy(one -> assertThat(referrals.find(one.referral).outcome())
                            .contains(Outcome.PLACED_AND_FOLLOWED_UP));
        } finally {
            clock.moveTo(begun.plusNanos(System.nanoTime() - ticked));
        }
    }

    private void receive(Pace pace) {
        Intake intake = context.getBean(Intake.class);
        pace.walk("receive", acts(one -> {
            var message = Caseload.somebody().message();
            return () ->
                    one.referral = intake.receive(message, null, here.actor()).referral();
        }));
    }

    private void answer(Pace pace, String task, Function<OnTheWay, UUID> subject, Function<OnTheWay, Record> answer) {
        pace.walk(task, acts(one -> {
            List<OpenTask> open = port.openTasksAbout(subject.apply(one)).stream()
                    .filter(found -> found.key().equals(task))
                    .toList();
            assertThat(open).as("open tasks " + task).hasSize(1);
            String id = open.get(0).id();
            var submitted = Submitted.of(answer.apply(one));
            Actor.SignedIn somebody = task.equals("answer-offer") ? one.organiser : one.linkWorker;
            boolean claims = open.get(0).assignee().isEmpty();
            return () -> {
                if (claims) {
                    port.claim(id, somebody);
                }
                port.submit(id, submitted, somebody);
            };
        }));
    }

    private void comeToFirstSession(OnTheWay one) {
        Instant then = context.getBean(Placements.class)
                .find(one.placement)
                .firstSession()
                .orElseThrow()
                .on()
                .atTime(LocalTime.of(17, 0))
                .atZone(WorkingDays.LONDON)
                .toInstant();
        if (then.isAfter(clock.instant())) {
            clock.moveTo(then);
        }
    }

    /** One job of each referral, when the clock has come to the last of them. */
    private void jobs(Pace pace, String leg, UnaryOperator<JobQuery> which) {
        ManagementService management = context.getBean(ManagementService.class);
        pace.walk(leg, acts(one -> {
            Job job = job(one, which);
            if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant())) {
                clock.moveTo(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
            }
            return () -> management.executeJob(job.getId());
        }));
    }

    private Job job(OnTheWay one, UnaryOperator<JobQuery> which) {
        List<Job> found = context
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .variableValueEquals("referralId", one.referral.toString())
                .list()
                .stream()
                .flatMap(process -> which
                        .apply(context.getBean(ManagementService.class).createJobQuery())
                        .processInstanceId(process.getId())
                        .active()
                        .list()
                        .stream())
                .toList();
        assertThat(found).as("jobs").hasSize(1);
        return found.get(0);
    }

    private List<Runnable> acts(Function<OnTheWay, Runnable> act) {
        return all.stream().map(act).toList();
    }
}
