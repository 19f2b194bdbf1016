package org.commonground.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CommonGroundTest
class TasklistFiltersTest {

    @Autowired
    TasklistFilters ours;

    @Autowired
    FilterService filters;

    @Test
    void are_there_once_however_often_we_start_and_no_other_is() {
        filters.saveFilter(filters.newTaskFilter("Somebody's own"));
        List<String> before = ids();

        ours.afterSingletonsInstantiated();
        ours.afterSingletonsInstantiated();

        assertThat(names())
                .containsExactlyInAnyOrder("Mine", "My team’s", "All of my team’s", "Overdue", "Waiting for a group");
        assertThat(before).as("an open list stays where it is").containsAll(ids());
    }

    private List<String> names() {
        return filters.createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .toList();
    }

    private List<String> ids() {
        return filters.createTaskFilterQuery().list().stream()
                .map(Filter::getId)
                .toList();
    }
}
