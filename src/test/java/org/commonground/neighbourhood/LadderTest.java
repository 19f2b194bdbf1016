package org.commonground.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Every ladder ends at somebody else. Each test has the accounts for itself: what it changes is rolled back. */
@CommonGroundTest
@Transactional
class LadderTest {

    @Autowired
    private BeanFactory context;

    @Autowired
    private Ladder ladder;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Person administrator;

    @BeforeEach
    void nobodyButAnAdministrator() {
        jdbc.sql("update account set active = false").update();
        team = Neighbourhood.in(context).team().id();
        administrator = people().with(Role.ADMINISTRATOR);
    }

    @Test
    void aTeamsLeadHearsWhatTheOthersLeft() {
        people().inTeam(team, Role.LINK_WORKER);
        Person lead = lead();

        assertThat(ladder.ofTeam(team)).containsExactly(lead.account());
    }

    @Test
    void ofATeamOfOneTheAdministratorsHearToo() {
        Person alone = lead();

        assertThat(ladder.ofTeam(team)).containsExactly(alone.account(), administrator.account());
    }

    @Test
    void ofATeamOfOneTheDeputyHearsToo() {
        Person alone = lead();
        Person deputy = people().inTeam(Neighbourhood.in(context).team().id(), Role.LINK_WORKER, Role.TEAM_LEAD);
        jdbc.sql("update team set deputy = :deputy where id = :team")
                .param("deputy", deputy.id().value())
                .param("team", team.value())
                .update();

        assertThat(ladder.ofTeam(team)).containsExactly(alone.account(), deputy.account());
    }

    @Test
    void withoutALeadWhoCanBeWrittenToTheAdministratorsHear() {
        people().inTeam(team, Role.LINK_WORKER);
        people().inTeam(team, Role.LINK_WORKER);
        assertThat(ladder.ofTeam(team)).containsExactly(administrator.account());

        jdbc.sql("update account set mail = null where id = ?")
                .param(lead().id().value())
                .update();
        assertThat(ladder.ofTeam(team)).containsExactly(administrator.account());
    }

    @Test
    void theDeputyHearsWhatTheSafeguardingLeadLeft() {
        people().with(Role.SAFEGUARDING_LEAD);
        Person deputy = people().with(Role.SAFEGUARDING_DEPUTY);

        assertThat(ladder.ofPost(new Post(Role.SAFEGUARDING_LEAD, Here.in(context))))
                .containsExactly(deputy.account());
    }

    @Test
    void whoeverIsBothIsNotTheirOwnDeputy() {
        Person both = people().with(Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY);

        assertThat(ladder.ofPost(new Post(Role.SAFEGUARDING_LEAD, Here.in(context))))
                .containsExactly(both.account(), administrator.account());
    }

    @Test
    void aClinicalSupervisorOnHerOwnIsNotAloneWithIt() {
        people().with(Role.CLINICAL_SUPERVISOR);

        assertThat(ladder.ofPost(new Post(Role.CLINICAL_SUPERVISOR, Here.in(context))))
                .containsExactly(administrator.account());
    }

    @Test
    void managersHearWhatTheAdministratorsLeftOrCannotHear() {
        Optional<NeighbourhoodId> here = Optional.of(Here.in(context));
        People.at(Here.elsewhere(context), context).with(Role.MANAGER);
        assertThat(ladder.ofRole(Role.ADMINISTRATOR, here))
                .as("another neighbourhood's manager hears nothing")
                .containsExactly(administrator.account());
        Person manager = people().with(Role.MANAGER);
        assertThat(ladder.ofRole(Role.ADMINISTRATOR, here)).containsExactly(manager.account());

        jdbc.sql("update account set mail = null where id = ?")
                .param(administrator.id().value())
                .update();
        assertThat(ladder.last(here)).containsExactly(manager.account());
        assertThat(ladder.last(Optional.empty()))
                .as("the installation is every manager's")
                .hasSize(2)
                .contains(manager.account());
        assertThat(ladder.ofPost(new Post(Role.MANAGER, Here.in(context)))).containsExactly(manager.account());
    }

    private Person lead() {
        Person lead = people().inTeam(team, Role.LINK_WORKER, Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(team, lead.id(), Actor.SYSTEM);
        return lead;
    }

    private People people() {
        return People.in(context);
    }
}
