package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

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
