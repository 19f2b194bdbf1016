package org.commonground.workflow.traces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Said;
import org.springframework.beans.factory.BeanFactory;

/**
 * A neighbourhood at work: one team with its link workers, the groups around it, and referrals in every kind of wait, in
 * the shares a real list has. Each was really brought there: people claim and answer tasks through the port, with the
 * clock moved. For the benchmark, which needs many; nothing may run by itself meanwhile.
 */
public final class Caseload {

    /** 200 to 250 people a year for each of them, about a third of a year each. */
    private static final int LINK_WORKERS = 4;

    private static final int GROUPS = 8;

    private static final List<String> FAMILY_NAMES = List.of(
            "Testerton",
            "Sampleby",
            "Exampleton",
            "Mockridge",
            "Tryworth",
            "Inventley",
            "Dummer",
            "Fauxley",
            "Proofe",
            "Trialby",
            "Demoson",
            "Placeholt",
            "Benchley",
            "Specimer",
            "Drafton",
            "Pseudham",
            "Patterne",
            "Mouldley",
            "Sketchard",
            "Rehearsall",
            "Notreal",
            "Figmentson",
            "Makebelieve",
            "Standinne",
            "Supposeby");

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final BeanFactory context;
    private final MovableClock clock;
    private final Instant begun;
    private final long ticked = System.nanoTime();
    private final Neighbourhood here;
    private final List<Actor.SignedIn> linkWorkers = new ArrayList<>();
    private final List<Actor.SignedIn> others = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();
    private final Waits waits = new Waits(this::refer, groups);
    private int referred;

    private Caseload(BeanFactory context) {
        this.context = context;
        this.clock = context.getBean(MovableClock.class);
        this.begun = clock.instant();
        this.here = Neighbourhood.in(context);
        People people = People.in(context);
        for (int number = 0; number < LINK_WORKERS; number++) {
            linkWorkers.add(people.inTeam(here.team().id(), Role.LINK_WORKER).actor());
        }
        Actor.SignedIn lead = people.inTeam(here.team().id(), Role.LINK_WORKER, Role.TEAM_LEAD)
                .actor();
        context.getBean(Teams.class).appointLead(here.team().id(), lead.account(), Actor.SYSTEM);
        Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY, Role.ADMINISTRATOR)
                .forEach(role -> others.add(people.with(role).actor()));
        for (int number = 0; number < GROUPS; number++) {
            GroupId group = InventedGroup.singers().in(context);
            groups.add(group);
            others.add(people.organiserOf(group.value()).actor());
            others.add(people.organiserOf(group.value()).actor());
        }
        context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                "test-desk-" + UUID.randomUUID().toString().substring(0, 8),
                                new PersonName("Desk Example"),
                                null,
                                here.practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
    }

    /**
     * A state referrals are in.
     *
     * @param share how many of about 130
     * @param days how long ago they were received: enough for what happens to them, and no more
     */
    private record State(int share, int days, Runnable bring) {}

    /** Makes a neighbourhood with so many referrals, about one in twelve of them closed; the clock is at now afterwards. */
    public static Neighbourhood of(int referrals, BeanFactory context) {
        Caseload caseload = new Caseload(context);
        List<State> states = caseload.states();
        // every state once, then by their shares
        List<State> plan = new ArrayList<>(states);
        while (plan.size() < referrals) {
            states.forEach(state -> {
                for (int copy = 0; copy < state.share(); copy++) {
                    plan.add(state);
                }
            });
        }
        plan.subList(0, Math.max(states.size(), referrals)).forEach(caseload::bring);
        caseload.clock.moveTo(caseload.now());
        return caseload.here;
    }

    private List<State> states() {
        return List.of(
                new State(9, 1, waits::somebody),
                new State(1, 1, waits::matching),
                new State(3, 2, () -> waits.claimed(waits.somebody())),
                new State(9, 3, () -> waits.somebody().neverReached(Way.CALL)),
                new State(2, 20, () -> waits.writtenTo(waits.somebody().neverReached(Way.CALL, Way.CALL, Way.MAIL))),
                new State(1, 20, waits::lastLetterToBePosted),
                new State(1, 20, waits::noWayToWrite),
                new State(12, 8, () -> waits.somebody().reached()),
                new State(3, 9, () -> waits.claimed(waits.somebody().reached())),
                new State(1, 9, () -> waits.inDoubt(waits.somebody().reached())),
                new State(1, 3, () -> waits.toBeTold(Safety.SAFE)),
                new State(1, 3, () -> waits.toBeTold(Safety.UNSAFE)),
                new State(6, 10, waits::choosing),
                new State(4, 10, () -> waits.chosen(waits.choosing())),
                new State(1, 10, () -> waits.doubted(waits.choosing())),
                new State(5, 12, () -> waits.waiting(waits.choosing())),
                new State(1, 45, () -> waits.waitedLong(waits.choosing())),
                new State(1, 1, () -> waits.called(waits.choosing())),
                new State(9, 12, () -> waits.offered(waits.choosing())),
                new State(1, 6, () -> waits.asked(waits.choosing())),
                new State(2, sincePhoning(), () -> waits.toBePhoned(waits.choosing())),
                new State(4, 12, () -> waits.accepted(waits.choosing())),
                new State(10, 12, () -> waits.agreed(waits.choosing())),
                new State(1, 12, () -> waits.missed(waits.choosing())),
                new State(18, 20, () -> waits.followedUp(waits.choosing())),
                new State(4, 30, () -> waits.followedUp(waits.choosing()).fireTimer("wait-for-follow-up")),
                new State(1, 20, () -> waits.groupClosed(waits.choosing())),
                new State(1, 5, () -> waits.somebody().raiseConcern()),
                new State(1, 12, () -> waits.paused(waits.choosing())),
                new State(1, 0, () -> waits.inCrisis(waits.somebody())),
                new State(1, 5, waits::deathHeardOf),
                new State(1, 5, () -> waits.undeliverable(waits.somebody())),
                new State(7, 5, () -> waits.somebody().answer("make-contact", Said.doesNotWant())),
                new State(3, 20, () -> waits.choosing().answer("choose-groups", Answered.noSuitableGroup())));
    }

    /** The fewest days after which the ninth working day is over: the tenth, when the offer lapses, is not. */
    private int sincePhoning() {
        WorkingDays days = context.getBean(WorkingDays.class);
        LocalDate today = LocalDate.ofInstant(now(), WorkingDays.LONDON);
        int since = 9;
        while (!WorkingDays.endOf(days.after(today.minusDays(since), 9)).isBefore(now())) {
            since++;
        }
        return since;
    }

    /** As if nobody had moved the clock. */
    private Instant now() {
        return begun.plusNanos(System.nanoTime() - ticked);
    }

    private void bring(State state) {
        clock.moveTo(now().minus(Duration.ofDays(state.days())));
        state.bring().run();
    }

    private Journey refer(Invented somebody) {
        List<Actor.SignedIn> people = new ArrayList<>();
        people.add(linkWorkers.get(referred++ % linkWorkers.size()));
        people.addAll(others);
        return Journey.received(context, somebody, here, people);
    }

    /** Somebody of one of many names, who may be written to and called. */
    static Invented somebody() {
        String familyName = FAMILY_NAMES.get(PEOPLE.getAndIncrement() % FAMILY_NAMES.size());
        return Invented.referral()
                .contact(Safety.SAFE, Safety.UNSAFE, Safety.SAFE, Safety.SAFE, Safety.SAFE)
                .named("Wilhelmina", familyName);
    }
}
