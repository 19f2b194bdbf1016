package org.commonground.placement.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.group.Audience;
import org.commonground.group.Availability;
import org.commonground.group.Capacity;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.GroupKind;
import org.commonground.group.Need;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.group.Venue;
import org.commonground.group.WhoFor;
import org.commonground.person.Gender;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.offer.AgeBand;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.referral.ReferralId;
import org.commonground.testing.Filled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each line is a rule of the ranking in words. */
class MatchingTest {

    private static final Wish WISH = wish(Gender.WOMAN, "EX1", Travel.NEARBY, null);

    @ParameterizedTest(name = "{0}, only with {1}, {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
        EVERYBODY, -,          FULL,          -
        WOMEN,     -,          FULL,          -
        MEN,       -,          FULL,          for men only
        EVERYBODY, LONELINESS, FULL,          -
        EVERYBODY, CARING,     FULL,          'only for people with one of these needs: Looking after somebody'
        EVERYBODY, -,          ACCOMPANIED,   -
        EVERYBODY, -,          SIGNPOST_ONLY, 'signposting only: tell the person who, what and when, nobody is referred'""")
    void leavesOutWhoeverFailsAHardCriterionAndSaysWhy(Audience audience, Need only, Tier tier, String why) {
        WhoFor whoFor = new WhoFor(null, null, audience, only == null ? Set.of() : Set.of(only));
        Suggestions suggestions = rank(a("Best").whoFor(whoFor).tier(tier));

        assertThat(whyLeftOut(suggestions)).isEqualTo(why);
        assertThat(suggestions.choosable()).hasSize(why == null ? 1 : 0);
    }

    @ParameterizedTest(name = "{0}–{1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        -,  -,  -
        67, 67, -
        68, -,  for people aged 68 or over
        -,  66, for people aged 66 or under""")
    void setsApartWhatIsForAnotherAge(Integer minimum, Integer maximum, String why) {
        Suggestions suggestions = rank(a("Best").whoFor(new WhoFor(minimum, maximum, Audience.EVERYBODY, Set.of())));

        assertThat(suggestions.ranked()).hasSize(why == null ? 1 : 0);
        assertThat(suggestions.outside()).hasSize(why == null ? 0 : 1).allSatisfy(outside -> {
            assertThat(outside.fit()).isEqualTo(Fit.OUTSIDE);
            assertThat(outside.reasons()).contains(why);
        });
    }

    @Test
    void leavesOutAFullGroupWithoutAWaitingListHoweverWellItFits() {
        assertThat(whyLeftOut(rank(a("Full").free(0))))
                .isEqualTo("full at present: every place is held or taken, and there is no waiting list");
    }

    @ParameterizedTest(name = "{0} free, {1} wait: {2}")
    @CsvSource(textBlock = """
        0, 0, 'full at present, has a waiting list: nobody waits yet'
        0, 1, 'full at present, has a waiting list: 1 person waits'
        2, 3, 'full at present, has a waiting list: 3 people wait'
        3, 2, 1 place free
        3, 0, 3 places free""")
    void whoeverWaitsComesFirst(int free, int waiting, String places) {
        Suggestion suggestion =
                rank(a("Waited for").free(free).waiting(waiting)).ranked().get(0);

        assertThat(suggestion.reasons()).contains(places);
        assertThat(suggestion.full()).isEqualTo(places.startsWith("full"));
    }

    @Test
    void leavesOutAGroupThatIsBeingTriedOrAttendedOrNotWanted() {
        assertThat(whyLeftOut(rank(a("Tried").before(PlacementState.OFFERED, null))))
                .isEqualTo("already being tried");
        assertThat(whyLeftOut(rank(a("Waited for").before(PlacementState.WAITING, null))))
                .isEqualTo("already being tried");
        assertThat(whyLeftOut(rank(a("There").before(PlacementState.ATTENDED, null))))
                .isEqualTo("the person goes there already");
        assertThat(whyLeftOut(rank(a("Unloved").notThere()))).isEqualTo("the person said: not there");
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"WOMEN", "MEN"})
    void whoeverDoesNotSayTheirGenderIsNotSentToAGroupForOne(Audience audience) {
        Entry forOne = a("For one").whoFor(new WhoFor(null, null, audience, Set.of()));

        assertThat(Matching.rank(wish(Gender.PREFER_NOT_TO_SAY, "EX1", null, null), List.of(forOne.candidate()))
                        .leftOut())
                .hasSize(1);
    }

    @Test
    void leavesOutAClosedGroup() {
        Candidate open = a("Closed").candidate();
        Availability places = open.availability();
        Candidate closed =
                Filled.with(open, "availability", new Availability(places.group(), places.capacity(), 0, 0, 0, true));
        assertThat(whyLeftOut(Matching.rank(WISH, List.of(closed)))).isEqualTo("closed or suspended");
    }

    @Test
    void fitsWellOnlyWhereANeedIsMetAndALanguageOfTheirsIsSpoken() {
        assertThat(rank(a("All")).ranked().get(0).fit()).isEqualTo(Fit.WELL);
        assertThat(rank(a("Another need").meets(Set.of(Need.MONEY)))
                        .ranked()
                        .get(0)
                        .fit())
                .isEqualTo(Fit.NEED_NOT_MET);
        assertThat(rank(a("Another language").languages("Welsh"))
                        .ranked()
                        .get(0)
                        .fit())
                .isEqualTo(Fit.PARTLY);
    }

    @ParameterizedTest
    @CsvSource({
        "25, UNDER_26",
        "26, FROM_26",
        "39, FROM_26",
        "40, FROM_40",
        "59, FROM_40",
        "60, FROM_60",
        "74, FROM_60",
        "75, FROM_75"
    })
    void groupsHearOfAnAgeInBands(int age, AgeBand band) {
        assertThat(AgeBand.of(age)).isEqualTo(band);
    }

    @Test
    void putsSupportThatIsCompleteBeforeAllElse() {
        assertOrder(
                a("Whole").before(PlacementState.ENDED, EndReason.DECLINED).meets(Set.of(Need.MONEY)),
                a("Steps").offers(Set.of()));
    }

    @Test
    void thenGroupsNotTriedBefore() {
        assertOrder(a("New").meets(Set.of()), a("Tried").before(PlacementState.ENDED, EndReason.DECLINED));
    }

    @Test
    void thenThoseWithAPlaceNow() {
        assertOrder(a("Now").meets(Set.of(Need.LONELINESS)), a("Later").free(0).waiting(1));
    }

    @Test
    void thenThoseThatMeetMostNeeds() {
        assertOrder(
                a("Both").languages("Welsh"),
                a("One").meets(Set.of(Need.LONELINESS)),
                a("None").meets(Set.of(Need.MONEY)));
    }

    @Test
    void thenThoseThatSpeakALanguageOfTheirs() {
        assertOrder(
                a("Polish").languages("Polish").day(DayOfWeek.FRIDAY),
                a("Welsh").languages("Welsh"));
    }

    @Test
    void thenThoseThatMeetOnTheirDays() {
        assertOrder(a("Tuesdays").district("ZZ9"), a("Fridays").day(DayOfWeek.FRIDAY));
    }

    @Test
    void thenThoseWithinTheirReachThenWithinWhatTheyCanSpend() {
        assertOrder(
                Matching.rank(
                        wish(Gender.WOMAN, "EX1", Travel.NEARBY, Spending.LITTLE),
                        shuffled(
                                a("Cheap").district("EX2").nearby("EX1").costs("£5", 500),
                                a("Dear").costs("£6", 600),
                                a("Far").district("ZZ9"))),
                "Cheap",
                "Dear",
                "Far");
    }

    @Test
    void thenTheNearest() {
        assertOrder(a("Close").free(1), a("Nearby").district("EX2").nearby("EX1"));
    }

    @Test
    void thenThoseWithMostPlacesFreeAndLastByName() {
        assertOrder(a("Roomy").free(5), a("Alder").free(2), a("Beech").free(2));
    }

    @ParameterizedTest(name = "{0}, they live in {1}: {2}, {3}")
    @CsvSource(nullValues = "-", textBlock = """
        -,         EX9, WELL,   farther away (EX1)
        ANYWHERE,  EX9, WELL,   farther away (EX1)
        NEARBY,    EX9, PARTLY, 'farther away (EX1), farther than they can travel'
        NEARBY,    EX2, WELL,   a short trip away (EX1)
        NEARBY,    -,   WELL,   distance not known (EX1)
        WALKING,   EX2, PARTLY, 'a short trip away (EX1), they come on foot only'
        WALKING,   EX1, WELL,   close by (EX1)
        FROM_HOME, EX1, PARTLY, 'close by (EX1), they cannot leave home'""")
    void looksAtTravel(Travel travel, String district, Fit fit, String words) {
        Suggestion suggestion = Matching.rank(
                        wish(Gender.WOMAN, district, travel, null),
                        shuffled(a("There").nearby("EX2")))
                .ranked()
                .get(0);

        assertThat(suggestion.fit()).isEqualTo(fit);
        assertThat(suggestion.reasons()).contains(words);
    }

    @Test
    void whoeverCannotLeaveHomeMayJoinFromThere() {
        Suggestion suggestion = Matching.rank(
                        wish(Gender.WOMAN, "EX1", Travel.FROM_HOME, null),
                        shuffled(a("By phone").district("ZZ9").fromHome()))
                .ranked()
                .get(0);

        assertThat(suggestion.fit()).isEqualTo(Fit.WELL);
        assertThat(suggestion.reasons()).contains("farther away (ZZ9), can be joined from home");
    }

    @ParameterizedTest(name = "{0}, {1} at {2}p: {3}, {4}")
    @CsvSource(nullValues = "-", textBlock = """
        FREE_ONLY, -,      -,   WELL,   free
        FREE_ONLY, £2,     200, PARTLY, 'costs £2, the person said free only'
        FREE_ONLY, varies, -,   PARTLY, 'costs varies, the person said free only'
        LITTLE,    £2,     200, WELL,   costs £2
        LITTLE,    £6,     600, PARTLY, 'costs £6, more than they can spend'
        LITTLE,    varies, -,   WELL,   costs varies
        ANYTHING,  £60,    6000, WELL,  costs £60
        -,         £6,     600, WELL,   costs £6""")
    void looksAtWhatItCosts(Spending spending, String cost, Integer price, Fit fit, String words) {
        Suggestion suggestion = Matching.rank(
                        wish(Gender.WOMAN, "EX1", null, spending),
                        shuffled(a("There").costs(cost, price)))
                .ranked()
                .get(0);

        assertThat(suggestion.fit()).isEqualTo(fit);
        assertThat(suggestion.reasons()).contains(words);
    }

    @Test
    void explainsARank() {
        Suggestion suggestion = rank(a("Walkers")
                        .offers(Set.of())
                        .languages("Polish")
                        .tier(Tier.ACCOMPANIED)
                        .day(DayOfWeek.FRIDAY)
                        .before(PlacementState.ENDED, EndReason.LAPSED))
                .ranked()
                .get(0);

        assertThat(suggestion.inWords())
                .isEqualTo("tried before: the group did not answer in time; meets: Feeling lonely or cut off, Moving"
                        + " more, getting fitter; does not offer: Step-free way in; speaks Polish, which they speak too;"
                        + " Friday 10:00 to 12:00, not when they can come; close by (EX1); 3 places free; somebody must"
                        + " come along to the first session; free");
        assertThat(suggestion.gap()).containsExactly(Support.STEP_FREE);
        assertThat(suggestion.fit()).isEqualTo(Fit.SUPPORT_MISSING);
    }

    @Test
    void leavingAsideWhatFitsBetterAsksForAReason() {
        Entry well = a("Well");
        Entry partly = a("Partly").day(DayOfWeek.FRIDAY);
        Suggestions both = rank(well, partly);

        assertThat(both.needsReason(List.of(partly.id)))
                .contains("Partly does not fit in every way, and another does better");
        assertThat(both.needsReason(List.of(well.id))).isEmpty();
        assertThat(both.needsReason(List.of(well.id, partly.id)))
                .as("the better one is tried too")
                .isEmpty();
        assertThat(rank(a("Full").free(0).waiting(1), partly).needsReason(List.of(partly.id)))
                .as("the better one has no place")
                .isEmpty();
        assertThat(rank(a("Tried").before(PlacementState.ENDED, EndReason.DECLINED), partly)
                        .needsReason(List.of(partly.id)))
                .as("the better one was tried")
                .isEmpty();
    }

    @Test
    void anotherAgeAlwaysAsksForAReason() {
        Entry older = a("Older").whoFor(new WhoFor(80, null, Audience.EVERYBODY, Set.of()));

        assertThat(rank(older).needsReason(List.of(older.id))).contains("Older is outside the ages the group is for");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1 Invented Row, Exampleton EX1 1AA | EX1
        1 Invented Row, ex14 1aa           | EX14
        1 Invented Row, London SW1A1AA     | SW1A
        1 Invented Row, Exampleton         | -
        Flat B2 1AB House, Exampleton      | -""")
    void readsTheDistrictOutOfAnAddress(String address, String district) {
        assertThat(District.of(new PostalAddress(address)).orElse(null)).isEqualTo(district);
    }

    private static Wish wish(Gender gender, String district, Travel travel, Spending spending) {
        return new Wish(
                67,
                gender,
                "English",
                district,
                new Wishes(
                        List.of(Need.LONELINESS, Need.MOVING_MORE),
                        null,
                        List.of(Support.STEP_FREE),
                        List.of(DayOfWeek.TUESDAY),
                        List.of(PartOfDay.MORNING),
                        travel,
                        spending,
                        Narrative.of("Polish")));
    }

    private static String whyLeftOut(Suggestions suggestions) {
        return suggestions.leftOut().stream()
                .map(Suggestions.LeftOut::why)
                .findFirst()
                .orElse(null);
    }

    private static void assertOrder(Entry... expected) {
        assertOrder(
                Matching.rank(WISH, shuffled(expected)),
                Stream.of(expected).map(entry -> entry.name).toArray(String[]::new));
    }

    private static void assertOrder(Suggestions suggestions, String... names) {
        assertThat(suggestions.ranked().stream()
                        .map(suggestion -> suggestion.group().name()))
                .containsExactly(names);
    }

    private static List<Candidate> shuffled(Entry... entries) {
        List<Candidate> shuffled =
                new ArrayList<>(Stream.of(entries).map(Entry::candidate).toList());
        Collections.reverse(shuffled);
        return shuffled;
    }

    private static Suggestions rank(Entry... entries) {
        return Matching.rank(WISH, Stream.of(entries).map(Entry::candidate).toList());
    }

    private static Entry a(String name) {
        return new Entry(name);
    }

    /** A group that fits in every way, until something is changed. */
    private static final class Entry {

        private final GroupId id = GroupId.next();
        private final String name;
        private Tier tier = Tier.FULL;
        private Set<Need> meets = WISH.needs();
        private Set<Support> offers = WISH.support();
        private WhoFor whoFor = WhoFor.EVERYBODY;
        private String language = "English";
        private DayOfWeek day = DayOfWeek.TUESDAY;
        private String district = "EX1";
        private String nearby = "EX9";
        private String cost;
        private Integer price;
        private boolean fromHome;
        private int free = 3;
        private int waiting;
        private boolean waitingList;
        private Placement before;
        private boolean notThere;

        private Entry(String name) {
            this.name = name;
        }

        Entry tier(Tier to) {
            tier = to;
            return this;
        }

        Entry meets(Set<Need> to) {
            meets = to;
            return this;
        }

        Entry offers(Set<Support> to) {
            offers = to;
            return this;
        }

        Entry whoFor(WhoFor to) {
            whoFor = to;
            return this;
        }

        Entry languages(String to) {
            language = to;
            return this;
        }

        Entry day(DayOfWeek to) {
            day = to;
            return this;
        }

        Entry district(String to) {
            district = to;
            return this;
        }

        Entry nearby(String to) {
            nearby = to;
            return this;
        }

        Entry costs(String words, Integer pence) {
            cost = words;
            price = pence;
            return this;
        }

        Entry fromHome() {
            fromHome = true;
            return this;
        }

        Entry free(int to) {
            free = to;
            return this;
        }

        /** A group with a waiting list, and how many are on it. */
        Entry waiting(int people) {
            waitingList = true;
            waiting = people;
            return this;
        }

        Entry notThere() {
            notThere = true;
            return this;
        }

        Entry before(PlacementState state, EndReason reason) {
            before = new Placement(
                    PlacementId.next(),
                    ReferralId.next(),
                    NeighbourhoodId.next(),
                    id,
                    1,
                    state,
                    Optional.ofNullable(reason),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return this;
        }

        Candidate candidate() {
            Capacity capacity = new Capacity(10, 100, 100);
            Group group = new Group(
                    id,
                    NeighbourhoodId.next(),
                    Set.of(),
                    name,
                    "Meets",
                    GroupKind.INFORMAL,
                    tier,
                    meets,
                    offers,
                    whoFor,
                    Set.of(language),
                    List.of(new Session(day, LocalTime.of(10, 0), LocalTime.of(12, 0))),
                    cost,
                    price,
                    null,
                    capacity,
                    new Venue("The Hall", true, district, Set.of(nearby), null, new PersonName("Alex"), null),
                    fromHome,
                    waitingList);
            return new Candidate(
                    group,
                    new Availability(id, capacity, 0, 10 - free, 0),
                    waiting,
                    Optional.ofNullable(before),
                    notThere);
        }
    }
}
