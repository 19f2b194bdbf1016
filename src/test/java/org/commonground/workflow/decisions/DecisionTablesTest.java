package org.commonground.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class DecisionTablesTest {

    @Autowired
    Decisions decisions;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTable() {
        engine.getRepositoryService()
                .createDeployment()
                .name("errand-size")
                .enableDuplicateFiltering(false)
                .addClasspathResource("errand/errand-size.dmn")
                .deploy();
    }

    @AfterEach
    void nobody() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void gives_every_outcome_in_the_tables_order() {
        assertThat(decisions.ask("errand-size", Map.of("count", 2)))
                .containsExactly(Map.of("size", "small"), Map.of("size", "some"));
        assertThat(decisions.ask("errand-size", Map.of("count", 9))).isEmpty();
    }

    @Test
    void gives_the_one_outcome_also_while_somebody_is_named_and_keeps_nothing() {
        engine.getIdentityService().setAuthentication("somebody", List.of());

        assertThat(decisions.askOne("errand-size", Map.of("count", 4))).containsEntry("size", "small");
        assertThat(jdbc.sql("select count(*) from act_hi_decinst")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void none_or_several_is_a_defect_and_tells_no_fact() {
        assertThatThrownBy(() -> decisions.askOne("errand-size", Map.of("count", 2)))
                .isInstanceOf(UndecidedException.class)
                .hasMessage("Decision errand-size gave 2 outcomes where one is needed");
        assertThatThrownBy(() -> decisions.askOne("errand-size", Map.of("count", 9)))
                .isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> decisions.ask("no-such-table", Map.of()))
                .isInstanceOf(UndecidedException.class)
                .hasMessage("There is no decision no-such-table");
    }
}
