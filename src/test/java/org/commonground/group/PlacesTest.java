package org.commonground.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups as they are kept, and their places from held to given back. */
@CommonGroundTest
class PlacesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Groups groups;

    @Autowired
    private Places places;

    @Autowired
    private PlaceRepository rows;

    @Autowired
    private WorkingDays days;

    @Autowired
    private MovableClock clock;

    @Autowired
    private InOneTransaction once;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsWhatAGroupSaysOfItself() {
        NewGroup said = InventedGroup.singers().here(context);
        Group group = groups.get(groups.create(said, Actor.SYSTEM));

        assertThat(group.name()).isEqualTo(said.name());
        assertThat(group.meets()).containsExactlyInAnyOrder(Need.LONELINESS, Need.BEREAVEMENT);
        assertThat(group.offers()).containsExactlyInAnyOrder(Support.STEP_FREE, Support.SEAT);
        assertThat(group.sessions()).extracting(Session::day).containsExactly(DayOfWeek.TUESDAY);
        assertThat(group.sessionsInWords()).isEqualTo("Tuesday 14:00 to 16:00");
        assertThat(group.capacity()).isEqualTo(new Capacity(100, 100, 100));
        assertThat(group.venue().nearby()).isEqualTo(Set.of("EX2"));
        assertThat(group.venue().meets().text()).isEqualTo("Alex Organiserly");
        assertThat(groups.list()).contains(group);
        assertThat(jdbc.sql("select g::text from community_group g where id = :id")
                        .param("id", group.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("Organiserly", "01632 960099");
    }

    @Test
    void refusesAGroupThatSaysTooLittleAllAtOnce() {
        NewGroup nothing = new NewGroup(
                null, null, " ", "", null, null, Set.of(), null, -1, null, null, null, Set.of(), null, null, 0, 0, 0, 0,
                "", false, "Bristol", null, null, null, null, null, false, false);

        assertThatThrownBy(() -> groups.create(nothing, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .containsEntry("name", "Give the group's name")
                                .containsEntry("district", "Give the first part of a postcode, such as BS5")
                                .containsEntry("places", "A group has at least one place")
                                .containsKeys("meets", "tier", "sessions", "weeks"));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        NewGroup singers = InventedGroup.singers().here(context);
        NewGroup.NewSession noTime =
                new NewGroup.NewSession(DayOfWeek.TUESDAY, LocalTime.of(14, 0), LocalTime.of(14, 0));
        NewGroup odd =
                Filled.with(singers, "price", 500, "minimumAge", 60, "maximumAge", 59, "sessions", List.of(noTime));

        assertThatThrownBy(() -> groups.create(odd, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .containsOnlyKeys("ageInOrder", "costInWords", "sessions[0].inOrder"));
        groups.create(
                Filled.with(singers, "price", 500, "cost", "£5 each time", "minimumAge", 60, "maximumAge", 60),
                Actor.SYSTEM);
    }

    @Test
    void isOfNeighbourhoodsThatThereAre() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        NewGroup nowhere = InventedGroup.singers()
                .at(NeighbourhoodId.next(), NeighbourhoodId.next())
                .here(context);
        for (ThrowingCallable deed : List.<ThrowingCallable>of(
                () -> groups.create(nowhere, Actor.SYSTEM), () -> groups.change(group, nowhere, Actor.SYSTEM))) {
            assertThatThrownBy(deed)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.fields()).containsOnlyKeys("neighbourhood", "alsoFor"));
        }
    }

    /** What it was before stands nowhere else, and figures will ask how full a group was then. */
    @Test
    void howManyPlacesItHasIsKeptEachTime() {
        NewGroup singers = InventedGroup.singers().capacity(8, 9, 9).here(context);
        GroupId group = groups.create(singers, Actor.SYSTEM);
        groups.change(group, Filled.with(singers, "places", 12), Actor.SYSTEM);

        assertThat(jdbc.sql("select number from event where group_id = :group order by id")
                        .param("group", group.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(8, 12);
    }

    @Test
    void isMadeAndChangedByAdministratorsAlone() {
        NewGroup singers = InventedGroup.singers().here(context);
        Actor.SignedIn manager = People.in(context).with(Role.MANAGER).actor();
        GroupId group = groups.create(singers, Actor.SYSTEM);

        assertThatThrownBy(() -> groups.create(singers, manager)).hasMessageContaining("Only an administrator");
        assertThatThrownBy(() -> groups.change(group, singers, manager)).hasMessageContaining("Only an administrator");
    }

    @Test
    void aPlaceIsHeldTakenAndGivenBack() throws GroupFull {
        GroupId group = InventedGroup.singers().capacity(2, 9, 9).in(context);
        UUID placement = Ids.next();

        places.hold(group, placement, Ids.next(), Actor.SYSTEM);
        places.hold(group, placement, Ids.next(), Actor.SYSTEM);
        assertThat(of(group))
                .extracting(Availability::held, Availability::taken, Availability::free)
                .containsExactly(1, 0, 1);
        places.take(placement, Actor.SYSTEM);
        places.take(placement, Actor.SYSTEM);
        assertThat(of(group))
                .extracting(Availability::held, Availability::taken, Availability::newThisMonth)
                .containsExactly(0, 1, 1);
        places.giveBack(placement, GivenBack.PERSON_SAID_NO, Actor.SYSTEM);
        places.giveBack(placement, GivenBack.WITHDRAWN, Actor.SYSTEM);
        assertThat(of(group).free()).isEqualTo(2);
        assertThat(jdbc.sql("select kind || coalesce(' ' || reason, '') from event where subject_id = :s order by id")
                        .param("s", placement)
                        .query(String.class)
                        .list())
                .containsExactly("place-held", "place-taken", "place-given-back person-said-no");
    }

    @Test
    void aFullGroupSaysWhatThereIsNoneOf() throws GroupFull {
        GroupId seats = InventedGroup.singers().capacity(1, 9, 9).in(context);
        GroupId offers = InventedGroup.singers().capacity(9, 9, 1).in(context);
        GroupId month = InventedGroup.singers().capacity(9, 1, 9).in(context);
        for (GroupId group : Set.of(seats, offers, month)) {
            places.hold(group, Ids.next(), Ids.next(), Actor.SYSTEM);
        }

        assertFull(seats, GroupFull.Of.PLACES);
        assertFull(offers, GroupFull.Of.OFFERS);
        assertFull(month, GroupFull.Of.NEW_PEOPLE);
    }

    @Test
    void whoCameLastMonthIsNotNewThisMonth() throws GroupFull {
        GroupId group = InventedGroup.singers().capacity(9, 1, 9).in(context);
        UUID placement = Ids.next();
        places.hold(group, placement, Ids.next(), Actor.SYSTEM);
        places.take(placement, Actor.SYSTEM);
        assertFull(group, GroupFull.Of.NEW_PEOPLE);

        clock.moveTo(days.today()
                .plusMonths(1)
                .withDayOfMonth(1)
                .atStartOfDay(WorkingDays.LONDON)
                .toInstant());
        assertThat(of(group).newThisMonth()).isZero();
    }

    @Test
    void aClosureBeginsOnItsDayAndIsAnAdministrators() {
        GroupId group = InventedGroup.singers().in(context);
        Closures closures = context.getBean(Closures.class);
        CloseGroup tomorrow = new CloseGroup(
                group, ClosureKind.SUSPENDED, ClosureReason.OTHER, days.today().plusDays(1));
        Actor.SignedIn manager = People.in(context).with(Role.MANAGER).actor();
        assertThatThrownBy(() -> closures.close(tomorrow, manager)).hasMessageContaining("Only an administrator");
        closures.close(tomorrow, Actor.SYSTEM);
        assertThatThrownBy(() -> closures.reopen(group, manager)).hasMessageContaining("Only an administrator");

        assertThat(closures.due()).doesNotContain(group);
        assertThat(of(group).full()).isEmpty();
        new TimePasses(context).days(1);
        assertThat(closures.due()).contains(group);
        assertFull(group, GroupFull.Of.CLOSED);
    }

    @Test
    void theDatabaseItselfPromisesASeatOnce() throws GroupFull {
        GroupId group = InventedGroup.singers().capacity(1, 9, 9).in(context);
        places.hold(group, Ids.next(), Ids.next(), Actor.SYSTEM);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into place (id, group_id, placement_id, referral_id, seat, state, held_at)
                                select gen_random_uuid(), group_id, gen_random_uuid(), referral_id, seat, 'held', held_at
                                from place where group_id = :group""").param("group", group.value()).update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theSweepGivesBackPlacesOfCoursesThatHaveEnded() throws GroupFull {
        GroupId group = InventedGroup.singers().in(context);
        UUID ending = Ids.next();
        UUID staying = Ids.next();
        for (UUID placement : Set.of(ending, staying)) {
            places.hold(group, placement, Ids.next(), Actor.SYSTEM);
            places.take(placement, Actor.SYSTEM);
        }
        places.lastDay(ending, days.today().plusWeeks(5));

        new TimePasses(context).days(35);
        assertThat(places.ended()).doesNotContain(ending, staying);

        new TimePasses(context).days(1);
        assertThat(places.ended()).contains(ending).doesNotContain(staying);
        assertThat(once.call(() -> places.giveBackEnded(ending))).isOne();
        assertThat(once.call(() -> places.giveBackEnded(ending))).isZero();
        assertThat(of(group).taken()).isEqualTo(1);
        assertThat(rows.openFor(staying)).isPresent();
    }

    private void assertFull(GroupId group, GroupFull.Of of) {
        assertThatThrownBy(() -> places.hold(group, Ids.next(), Ids.next(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        GroupFull.class, full -> assertThat(full.of()).isEqualTo(of));
    }

    private Availability of(GroupId group) {
        return places.availability(group);
    }
}
