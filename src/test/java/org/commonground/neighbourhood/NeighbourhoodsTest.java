package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.platform.CannotStart;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class NeighbourhoodsTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Teams teams;

    @Autowired
    Practices practices;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private KeepNeighbourhood facts(String name) {
        return new KeepNeighbourhood(name, new Phone("01632 960301"), "Monday to Friday, 9am to 5pm", null);
    }

    @Test
    void what_is_said_is_kept_and_changed() {
        NeighbourhoodId id = neighbourhoods.create(facts("  Riverside " + mark + " "), Actor.SYSTEM);
        assertThat(KeepNeighbourhood.of(neighbourhoods.get(id))).isEqualTo(facts("Riverside " + mark));

        KeepNeighbourhood other = new KeepNeighbourhood(
                "Hilltop " + mark, new Phone("01632 960302"), "Mondays", new MailAddress("hello@hilltop.example"));
        neighbourhoods.change(id, other, Actor.SYSTEM);
        assertThat(KeepNeighbourhood.of(neighbourhoods.get(id))).isEqualTo(other);
    }

    /** What holds where a neighbourhood says nothing: the README's defaults. */
    private static final Numbers INSTALLATION = new Numbers(3, 2, 3, 10, 5, 1, 2, 3, 4, 28, 6, 9, 10, 18);

    @Test
    void a_number_of_its_own_holds_and_where_it_has_none_the_installations() {
        NeighbourhoodId id = neighbourhoods.create(facts("Riverside " + mark), Actor.SYSTEM);
        NeighbourhoodId other = neighbourhoods.create(facts("Hilltop " + mark), Actor.SYSTEM);
        assertThat(neighbourhoods.numbersOf(id)).isEqualTo(INSTALLATION);

        Numbers attempts = own("contactAttempts", 4);
        neighbourhoods.change(id, attempts, Actor.SYSTEM);
        assertThat(neighbourhoods.numbersOf(id)).isEqualTo(Filled.with(INSTALLATION, "contactAttempts", 4));
        assertThat(neighbourhoods.numbersOf(other)).isEqualTo(INSTALLATION);

        Numbers every = new Numbers(4, 1, 5, 7, 8, 2, 1, 2, 6, 10, 2, 3, 4, 16);
        neighbourhoods.change(id, every, Actor.SYSTEM);
        assertThat(neighbourhoods.ownNumbersOf(id)).isEqualTo(every);
        assertThat(neighbourhoods.numbersOf(id)).isEqualTo(every);

        neighbourhoods.change(id, Numbers.DEFAULTS, Actor.SYSTEM);
        assertThat(neighbourhoods.numbersOf(id)).isEqualTo(INSTALLATION);
    }

    @ParameterizedTest
    @CsvSource({
        "contactAttempts, 1, 10",
        "contactWays, 1, 3",
        "contactDaysApart, 1, 20",
        "replyWithin, 1, 60",
        "routineContact, 1, 20",
        "urgentContact, 0, 5",
        "openOffers, 1, 5",
        "askWithin, 1, 20",
        "reviewWaitingAfter, 1, 26",
        "checkStaysFresh, 1, 365",
        "remindAfter, 1, 9",
        "phoneAfter, 6, 10",
        "lapseAfter, 9, 60",
        "youngestAge, 0, 120",
    })
    void a_number_out_of_its_range_or_that_does_not_go_with_the_others_is_refused(String name, int least, int most) {
        NeighbourhoodId id = neighbourhoods.create(facts("Riverside " + mark), Actor.SYSTEM);
        neighbourhoods.change(id, own(name, least), Actor.SYSTEM);
        neighbourhoods.change(id, own(name, most), Actor.SYSTEM);
        wrong(() -> neighbourhoods.change(id, own(name, least - 1), Actor.SYSTEM), name);
        wrong(() -> neighbourhoods.change(id, own(name, most + 1), Actor.SYSTEM), name);
        assertThat(neighbourhoods.ownNumbersOf(id)).isEqualTo(own(name, most));
    }

    @Test
    void only_an_administrator_changes_numbers_and_each_change_is_an_event() {
        NeighbourhoodId id = neighbourhoods.create(facts("Riverside " + mark), Actor.SYSTEM);
        Actor.SignedIn manager = People.in(context).with(Role.MANAGER).actor();
        assertThatThrownBy(() -> neighbourhoods.change(id, own("askWithin", 4), manager))
                .hasMessage("Only an administrator may do this");
        assertThatThrownBy(() -> neighbourhoods.change(NeighbourhoodId.next(), own("askWithin", 4), Actor.SYSTEM))
                .hasMessageContaining("no such neighbourhood");

        neighbourhoods.change(id, own("askWithin", 4), Actor.SYSTEM);
        neighbourhoods.change(id, own("askWithin", 4), Actor.SYSTEM);
        assertThat(jdbc.sql("select count(*) from event where kind = 'neighbourhood-changed' and subject_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .as("made, and changed once")
                .isEqualTo(2);
    }

    @Test
    void the_installation_does_not_start_with_numbers_that_make_no_sense() {
        DueSettings due = new DueSettings(5, 1, 9);
        ReferralSettings adults = new ReferralSettings(18);
        ContactSettings contact = new ContactSettings(3, 2, 3, 10);
        PlacementSettings placement = new PlacementSettings(2, 3, 4, 28, 6, 10);
        assertThat(new NumberDefaults(contact, due, placement, adults).numbers())
                .isEqualTo(INSTALLATION);

        assertThatThrownBy(() -> new NumberDefaults(new ContactSettings(0, 2, 3, 10), due, placement, adults))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Common Ground cannot start with this COMMONGROUND_CONTACT_ATTEMPTS: Try at least once.");
        assertThatThrownBy(() -> new NumberDefaults(contact, new DueSettings(5, 1, 11), placement, adults))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("COMMONGROUND_DUE_PHONE_ORGANISER");
    }

    private static Numbers own(String name, int number) {
        return Filled.with(Numbers.DEFAULTS, name, number);
    }

    @Test
    void two_have_not_the_same_name() {
        NeighbourhoodId id = neighbourhoods.create(facts("Riverside " + mark), Actor.SYSTEM);
        NeighbourhoodId other = neighbourhoods.create(facts("Hilltop " + mark), Actor.SYSTEM);

        wrong(() -> neighbourhoods.create(facts("RIVERSIDE " + mark), Actor.SYSTEM), "name");
        wrong(() -> neighbourhoods.change(other, facts("Riverside " + mark), Actor.SYSTEM), "name");
        neighbourhoods.change(id, facts("RIVERSIDE " + mark), Actor.SYSTEM);
    }

    @Test
    void what_is_missing_is_told_at_once() {
        KeepNeighbourhood nothing = new KeepNeighbourhood(" ", null, null, null);
        wrong(() -> neighbourhoods.create(nothing, Actor.SYSTEM), "name", "phone", "hours");
    }

    @Test
    void nobody_but_an_administrator_makes_or_changes_one() {
        People people = People.in(context);
        for (Role role : List.of(Role.LINK_WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.ORGANISER)) {
            Actor actor = people.with(role).actor();
            NeighbourhoodId here = Here.in(context);
            assertThatThrownBy(() -> neighbourhoods.create(facts("X " + mark), actor))
                    .hasMessageContaining("Only an administrator");
            assertThatThrownBy(() -> neighbourhoods.change(here, facts("X " + mark), actor))
                    .hasMessageContaining("Only an administrator");
        }
    }

    @Test
    void a_team_is_of_one_and_its_practices_with_it() {
        NeighbourhoodId elsewhere = Here.elsewhere(context);
        Team here = teams.create(Here.in(context), "Team here " + mark, Actor.SYSTEM);
        Team there = teams.create(elsewhere, "Team there " + mark, Actor.SYSTEM);
        KeepPractice facts = new KeepPractice(
                "N" + mark.substring(0, 6),
                "Practice",
                new MailAddress("a@practice.example"),
                here.id(),
                null,
                null,
                null,
                null);
        var id = practices.create(facts, Actor.SYSTEM).practice();
        assertThat(practices.find(id).orElseThrow().neighbourhood()).isEqualTo(Here.in(context));

        practices.change(
                id,
                new KeepPractice(facts.odsCode(), facts.name(), facts.mail(), there.id(), null, null, null, null),
                Actor.SYSTEM);
        assertThat(practices.find(id).orElseThrow().neighbourhood()).isEqualTo(elsewhere);
        wrong(() -> teams.create(null, "Nowhere " + mark, Actor.SYSTEM), "neighbourhood");
        wrong(() -> teams.create(NeighbourhoodId.next(), "Nowhere " + mark, Actor.SYSTEM), "neighbourhood");
    }

    private static void wrong(ThrowingCallable deed, String... fields) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(fields));
    }
}
