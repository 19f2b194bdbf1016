package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.placement.offer.Offers;
import org.commonground.placement.offer.Promises;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.placement.waiting.LeaveWaitingList;
import org.commonground.placement.waiting.MustWait;
import org.commonground.placement.waiting.StillWantedResult;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.placement.waiting.WaitingPlacement;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people after few places, all at once: no place is promised twice, and nobody is left waiting for a lock. */
@CommonGroundTest
class PlaceContentionTest {

    private static final int PEOPLE = 40;
    private static final int MANY = 200;
    private static final int PLACES = 5;
    private static final int AT_ONCE = 16;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Placements placements;

    @Autowired
    private Promises promises;

    @Autowired
    private Places places;

    @Autowired
    private Choices choices;

    @Autowired
    private WaitingLists lists;

    @Autowired
    private FreedPlaces freedPlaces;

    @Autowired
    private WaitingAnswers waitingAnswers;

    @Autowired
    private Offers offers;

    @Autowired
    private Stops stops;

    @Autowired
    private InOneTransaction once;

    @Autowired
    private JdbcClient jdbc;

    private Placing placing;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
    }

    @Test
    void fortyPeopleAndFivePlaces() throws Exception {
        GroupId group = InventedGroup.singers().capacity(PLACES, 100, 100).in(context);
        List<PlacementId> waiting = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            waiting.add(ready(placing.referral(), group));
        }

        List<String> outcomes = atOnce(
                waiting.stream().map(id -> (Callable<String>) () -> hold(id)).toList());

        assertThat(Collections.frequency(outcomes, "held")).isEqualTo(PLACES);
        assertThat(Collections.frequency(outcomes, "full")).isEqualTo(PEOPLE - PLACES);
        assertNothingIsPromisedTwice(group, PLACES);
    }

    /**
     * Two groups each, asked crosswise, while others answer, decline and withdraw: the locks of two groups, a referral
     * and two placements meet in every order that people can think of.
     */
    @Test
    void holdsAnswersAndWithdrawalsAtOnce() throws Exception {
        GroupId one = InventedGroup.singers().capacity(PLACES, 100, 100).in(context);
        GroupId two = InventedGroup.singers().capacity(PLACES, 100, 100).in(context);
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, one, two);
        List<Callable<String>> doings = new ArrayList<>();
        for (int i = 0; i < PEOPLE / 2; i++) {
            ReferralId referral = placing.referral();
            List<PlacementId> both = i % 2 == 0 ? ready(referral, one, two) : ready(referral, two, one);
            for (PlacementId id : both) {
                doings.add(() -> hold(id));
                doings.add(() -> answer(id, organiser));
            }
            doings.add(() -> withdraw(referral));
        }
        Collections.shuffle(doings, new Random(1));

        List<String> outcomes = atOnce(doings);

        assertThat(outcomes).doesNotContain("failed");
        assertThat(outcomes).contains("withdrawn");
        assertNothingIsPromisedTwice(one, PLACES);
        assertNothingIsPromisedTwice(two, PLACES);
        assertThat(jdbc.sql("""
                                select count(*) from place p join placement on placement.id = p.placement_id
                                where p.group_id in (:one, :two) and p.state <> 'given-back' and placement.state = 'ended'""")
                        .params(Map.of("one", one.value(), "two", two.value()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /**
     * While somebody has the group, a use case waits for it with empty hands: the referral and the placement are still
     * free. Attempts that are made again would hide the wrong order, so it is looked at while it waits.
     */
    @Test
    void theGroupIsLockedBeforeAnyOtherRow() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        ReferralId referral = placing.referral();
        PlacementId placement = ready(referral, group);
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<String> held = once.call(() -> {
                places.lock(List.of(group));
                Future<String> waiting = somebody.submit(() -> hold(placement));
                Awaitility.await().until(this::somebodyWaitsForAGroup);
                assertThat(free("referral", referral.value())).as("referral").isTrue();
                assertThat(free("placement", placement.value())).as("placement").isTrue();
                return waiting;
            });
            assertThat(held.get(1, TimeUnit.MINUTES)).isEqualTo("held");
        } finally {
            somebody.shutdownNow();
        }
    }

    private boolean somebodyWaitsForAGroup() {
        return jdbc.sql("""
                                select count(*) from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%community_group%'""").query(Integer.class).single() > 0;
    }

    /** Whether nobody has locked the row; one that is locked is skipped. */
    private boolean free(String table, UUID id) {
        return jdbc.sql("select id from " + table + " where id = :id for update skip locked")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * Two hundred people after five places, all of whom would wait: they ask, answer, withdraw and leave while the sweep
     * moves the list on two nodes.
     */
    @Test
    void twoHundredPeopleFivePlacesAndAWaitingList() throws Exception {
        GroupId group = InventedGroup.singers()
                .capacity(PLACES, 10_000, 10_000)
                .waitingList()
                .in(context);
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, group);
        List<PlacementId> all = Collections.synchronizedList(new ArrayList<>());
        List<Callable<String>> coming = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            coming.add(() -> {
                PlacementId id = choices.choose(placing.referral(), Placing.waiting(group), placing.linkWorker())
                        .get(0);
                placing.check(id);
                all.add(id);
                return "came";
            });
        }
        assertThat(atOnce(coming)).containsOnly("came");

        List<Callable<String>> doings = new ArrayList<>();
        for (PlacementId id : all) {
            doings.add(() -> hold(id));
            doings.add(() -> answer(id, organiser));
            doings.add(() -> stillWanted(id));
            doings.add(() -> move(group));
        }
        all.stream().limit(MANY / 5).forEach(id -> doings.add(() -> withdraw(referralOf(id))));
        all.stream().skip(MANY - MANY / 10).forEach(id -> doings.add(() -> leave(id)));
        Collections.shuffle(doings, new Random(2));
        assertThat(atOnce(doings)).doesNotContain("failed").contains("withdrawn", "moved", "waits");
        // who was withdrawn or left before they asked has ended; everybody else has asked by now
        assertThat(atOnce(all.stream()
                        .map(id -> (Callable<String>) () -> hold(id))
                        .toList()))
                .doesNotContain("failed");
        while (move(group).equals("moved")) {
            assertInOrder(group);
        }

        assertNothingIsPromisedTwice(group, PLACES);
        assertThat(places.availability(group).free())
                .as("no place lies idle while people wait")
                .isZero();
        assertNobodyIsLost(group);
        assertInOrder(group);
    }

    /** Each person has a place, waits for one, or has ended: never two of these, never none. */
    private void assertNobodyIsLost(GroupId group) {
        assertThat(jdbc.sql("""
                                select count(*) from placement p
                                left join place on place.placement_id = p.id and place.state <> 'given-back'
                                left join waiting w on w.placement_id = p.id
                                where p.group_id = :group and case
                                    when p.state = 'ended' then place.id is not null
                                    when p.state = 'waiting' then place.id is not null or w.passed_over is not false
                                    when p.state = 'asked' then place.id is null or w.ask_by is null
                                    else place.id is null end""")
                        .param("group", group.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Nobody who still waits came before somebody for whom a place was held; positions have no gaps. */
    private void assertInOrder(GroupId group) {
        List<WaitingPlacement> line = lists.of(group);
        assertThat(line.stream().map(WaitingPlacement::position))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, line.size()).boxed().toList());
        assertThat(jdbc.sql("""
                                select count(*)
                                from waiting w join placement asked on asked.id = w.placement_id
                                join placement p on p.group_id = asked.group_id and p.state = 'waiting'
                                join waiting before on before.placement_id = p.id
                                    and not before.passed_over and before.in_line_since < w.in_line_since
                                where asked.group_id = :group and asked.state = 'asked'""")
                        .param("group", group.value())
                        .query(Integer.class)
                        .single())
                .as("people passed by somebody who came later")
                .isZero();
    }

    private String move(GroupId group) {
        try {
            return once.call(() -> freedPlaces.moveOn(group)) > 0 ? "moved" : "nobody moved";
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private String stillWanted(PlacementId id) {
        PersonSays says = id.value().hashCode() % 3 == 0 ? PersonSays.NO : PersonSays.YES;
        try {
            return once.call(() -> {
                StillWantedResult wanted = waitingAnswers.answer(
                        id, new AskStillWanted(says, StopWaiting.TOO_LONG, null), placing.linkWorker());
                if (wanted == StillWantedResult.YES) {
                    offer(id);
                }
                return "said";
            });
        } catch (Refusal notAsked) {
            return refused(notAsked);
        }
    }

    /** What the model's next step does in the same transaction; the place is held already. */
    private void offer(PlacementId id) {
        try {
            promises.hold(id);
        } catch (GroupFull full) {
            throw new IllegalStateException(full);
        }
    }

    private String leave(PlacementId id) {
        try {
            once.run(() -> waitingAnswers.leave(
                    id, new LeaveWaitingList(StopWaiting.FOUND_OTHER, null), placing.linkWorker()));
            return "left";
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private ReferralId referralOf(PlacementId id) {
        return placements.find(id).referral();
    }

    private PlacementId ready(ReferralId referral, GroupId group) {
        return ready(referral, new GroupId[] {group}).get(0);
    }

    private List<PlacementId> ready(ReferralId referral, GroupId... groups) {
        List<PlacementId> chosen = placing.choose(referral, groups);
        chosen.forEach(placing::check);
        return chosen;
    }

    private String hold(PlacementId id) {
        try {
            return once.call(() -> {
                try {
                    promises.hold(id);
                    return "held";
                } catch (MustWait wait) {
                    return "waits";
                } catch (GroupFull full) {
                    return "full";
                }
            });
        } catch (Refusal ended) {
            return refused(ended);
        }
    }

    private String answer(PlacementId id, Actor organiser) {
        try {
            once.run(() -> offers.answer(id, id.value().hashCode() % 2 == 0 ? Placing.yes() : Placing.no(), organiser));
            return "answered";
        } catch (Refusal noOffer) {
            return refused(noOffer);
        }
    }

    private String withdraw(ReferralId referral) {
        try {
            once.run(() -> stops.stop(
                    new StopReferral(referral, StopReason.NOT_WANTED, ToldBy.PERSON, ToldHow.CALL, null),
                    placing.linkWorker()));
            return "withdrawn";
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** Losing every one of four races is a failure here: the order of locks leaves nothing to lose. */
    private static String refused(Refusal refusal) {
        return refusal.getMessage().startsWith("Somebody else changed this") ? "failed" : "refused";
    }

    private static List<String> atOnce(List<Callable<String>> doings) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> doing : threads.invokeAll(doings, 2, TimeUnit.MINUTES)) {
                outcomes.add(doing.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertNothingIsPromisedTwice(GroupId group, int places) {
        List<Integer> seats = jdbc.sql("select seat from place where group_id = :group and state <> 'given-back'")
                .param("group", group.value())
                .query(Integer.class)
                .list();
        assertThat(seats)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(places)
                .allMatch(seat -> seat <= places);
    }
}
