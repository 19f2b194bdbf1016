package org.commonground.workflow.tasks;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.commonground.account.AccountId;
import org.commonground.account.TeamId;

/**
 * Hands open tasks of a team to one of its people, or back to the team.
 *
 * @param tasks the engine's ids
 * @param to null for back to the team
 */
public record HandOverTasks(
        @NotNull TeamId team,

        @NotEmpty(message = "Choose at least one task") @Size(max = HandOver.MOST, message = "Choose fewer tasks")
        List<String> tasks,

        AccountId to) {

    public HandOverTasks {
        tasks = tasks == null ? List.of() : tasks.stream().distinct().toList();
    }
}
