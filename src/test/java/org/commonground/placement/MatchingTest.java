package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.conversation.PartOfDay;
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
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.referral.Gender;
import org.commonground.referral.ReferralId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line is a rule of the ranking in words. */
class MatchingTest {

    private static final Wish WISH = new Wish(
            67,
            Gender.WOMAN,
            Set.of(Need.LONELINESS, Need.MOVING_MORE),
            Set.of(Support.STEP_FREE),
            "English",
            "EX1",
            Set.of(DayOfWeek.TUESDAY),
            Set.of(PartOfDay.MORNING));

    @ParameterizedTest(name = "{0}–{1}, {2}, only with {3}, {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        -,  -,  EVERYBODY, -,          FULL,          -
        67, 67, EVERYBODY, -,          FULL,          -
        68, -,  EVERYBODY, -,          FULL,          for people aged 68 or over
        -,  66, EVERYBODY, -,          FULL,          for people aged 66 or under
        -,  -,  WOMEN,     -,          FULL,          -
        -,  -,  MEN,       -,          FULL,          for men only
        -,  -,  EVERYBODY, LONELINESS, FULL,          -
        -,  -,  EVERYBODY, CARING,     FULL,          'only for people with one of these needs: Looking after somebody'
        -,  -,  EVERYBODY, -,          ACCOMPANIED,   -
        -,  -,  EVERYBODY, -,          SIGNPOST_ONLY, 'signposting only: tell the person who, what and when, nobody is referred'""")
    void leavesOutWhoeverFailsAHardCriterionAndSaysWhy(
            Integer minimum, Integer maximum, Audience audience, Need only, Tier tier, String why) {
        WhoFor whoFor = new WhoFor(minimum, maximum, audience, only == null ? Set.of() : Set.of(only));
        Suggestions suggestions = rank(a("Best").whoFor(whoFor).tier(tier));

        assertThat(suggestions.leftOut().stream()
                        .map(Suggestions.LeftOut::why)
                        .findFirst()
                        .orElse(null))
                .isEqualTo(why);
        assertThat(suggestions.ranked()).hasSize(why == null ? 1 : 0);
    }

    @Test
    void leavesOutAFullGroupHoweverWellItFits() {
        assertThat(rank(a("Full").free(0)).leftOut().get(0).why())
                .isEqualTo("full at present: every place is held or taken");
    }

    @Test
    void leavesOutAGroupThatIsBeingTriedOrAttended() {
        assertThat(rank(a("Tried").before(PlacementState.OFFERED, null))
                        .leftOut()
                        .get(0)
                        .why())
                .isEqualTo("already being tried");
        assertThat(rank(a("There").before(PlacementState.ATTENDED, null))
                        .leftOut()
                        .get(0)
                        .why())
                .isEqualTo("the person goes there already");
    }

    @Test
    void whoeverDoesNotSayTheirGenderIsNotSentToAGroupForOne() {
        Wish unsaid = new Wish(
                67, Gender.PREFER_NOT_TO_SAY, WISH.needs(), WISH.support(), "English", "EX1", Set.of(), Set.of());
        Entry women = a("Women").whoFor(new WhoFor(null, null, Audience.WOMEN, Set.of()));

        assertThat(Matching.rank(unsaid, List.of(women.candidate())).leftOut()).hasSize(1);
    }

    @Test
    void putsGroupsNotTriedBeforeFirst() {
        assertOrder(a("New").meets(Set.of()), a("Tried").before(PlacementState.ENDED, EndReason.DECLINED));
    }

    @Test
    void thenThoseThatMeetMostNeeds() {
        assertOrder(
                a("Both").offers(Set.of()),
                a("One").meets(Set.of(Need.LONELINESS)),
                a("None").meets(Set.of(Need.MONEY)));
    }

    @Test
    void thenThoseWithTheLeastSupportMissing() {
        assertOrder(a("Step-free").languages("Welsh"), a("Steps").offers(Set.of()));
    }

    @Test
    void thenThoseThatSpeakTheLanguage() {
        assertOrder(a("English").day(DayOfWeek.FRIDAY), a("Welsh").languages("Welsh"));
    }

    @Test
    void thenThoseThatMeetOnTheirDays() {
        assertOrder(a("Tuesdays").district("ZZ9"), a("Fridays").day(DayOfWeek.FRIDAY));
    }

    @Test
    void thenTheNearest() {
        assertOrder(a("Close").free(1), a("Nearby").district("EX2").nearby("EX1"), a("Far").district("ZZ9"));
    }

    @Test
    void thenThoseWithMostPlacesFreeAndLastByName() {
        assertOrder(a("Roomy").free(5), a("Alder").free(2), a("Beech").free(2));
    }

    @Test
    void explainsARank() {
        Suggestion suggestion = rank(a("Walkers")
                        .offers(Set.of())
                        .tier(Tier.ACCOMPANIED)
                        .day(DayOfWeek.FRIDAY)
                        .before(PlacementState.ENDED, EndReason.LAPSED))
                .ranked()
                .get(0);

        assertThat(suggestion.inWords())
                .isEqualTo("tried before: the group did not answer in time; meets: Feeling lonely or cut off, Moving"
                        + " more, getting fitter; does not offer: Step-free way in; speaks English; Friday 10:00 to 12:00,"
                        + " not when they can come; close by (EX1); 3 places free; somebody must come along to the first session;"
                        + " free");
        assertThat(suggestion.gap()).containsExactly(Support.STEP_FREE);
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

    private static void assertOrder(Entry... expected) {
        List<Candidate> shuffled =
                new ArrayList<>(Stream.of(expected).map(Entry::candidate).toList());
        Collections.reverse(shuffled);

        assertThat(Matching.rank(WISH, shuffled).ranked().stream()
                        .map(suggestion -> suggestion.group().name()))
                .containsExactly(Stream.of(expected).map(Entry::name).toArray(String[]::new));
    }

    private static Suggestions rank(Entry... entries) {
        return Matching.rank(WISH, Stream.of(entries).map(Entry::candidate).toList());
    }

    private static Entry a(String name) {
        return new Entry(
                name,
                Tier.FULL,
                WISH.needs(),
                WISH.support(),
                WhoFor.EVERYBODY,
                "English",
                DayOfWeek.TUESDAY,
                "EX1",
                "EX9",
                3,
                Optional.empty());
    }

    /** A group that fits in every way, and the same with something changed. */
    private record Entry(
            String name,
            Tier tier,
            Set<Need> meets,
            Set<Support> offers,
            WhoFor whoFor,
            String language,
            DayOfWeek day,
            String district,
            String nearby,
            int free,
            Optional<Placement> before) {

        Entry tier(Tier to) {
            return new Entry(name, to, meets, offers, whoFor, language, day, district, nearby, free, before);
        }

        Entry meets(Set<Need> to) {
            return new Entry(name, tier, to, offers, whoFor, language, day, district, nearby, free, before);
        }

        Entry offers(Set<Support> to) {
            return new Entry(name, tier, meets, to, whoFor, language, day, district, nearby, free, before);
        }

        Entry whoFor(WhoFor to) {
            return new Entry(name, tier, meets, offers, to, language, day, district, nearby, free, before);
        }

        Entry languages(String to) {
            return new Entry(name, tier, meets, offers, whoFor, to, day, district, nearby, free, before);
        }

        Entry day(DayOfWeek to) {
            return new Entry(name, tier, meets, offers, whoFor, language, to, district, nearby, free, before);
        }

        Entry district(String to) {
            return new Entry(name, tier, meets, offers, whoFor, language, day, to, nearby, free, before);
        }

        Entry nearby(String to) {
            return new Entry(name, tier, meets, offers, whoFor, language, day, district, to, free, before);
        }

        Entry free(int to) {
            return new Entry(name, tier, meets, offers, whoFor, language, day, district, nearby, to, before);
        }

        Entry before(PlacementState state, EndReason reason) {
            Placement placement = new Placement(
                    PlacementId.next(),
                    ReferralId.next(),
                    GroupId.next(),
                    1,
                    state,
                    Optional.ofNullable(reason),
                    Optional.empty(),
                    Optional.empty());
            return new Entry(
                    name, tier, meets, offers, whoFor, language, day, district, nearby, free, Optional.of(placement));
        }

        Candidate candidate() {
            Capacity capacity = new Capacity(10, 100, 100);
            Group group = new Group(
                    GroupId.next(),
                    name,
                    "Meets",
                    GroupKind.INFORMAL,
                    tier,
                    meets,
                    offers,
                    whoFor,
                    Set.of(language),
                    List.of(new Session(day, LocalTime.of(10, 0), LocalTime.of(12, 0))),
                    null,
                    null,
                    null,
                    capacity,
                    new Venue("The Hall", true, district, Set.of(nearby), null, new PersonName("Alex"), null),
                    false,
                    false);
            return new Candidate(group, new Availability(group.id(), capacity, 0, 10 - free, 0), before);
        }
    }
}
