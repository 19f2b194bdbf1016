package org.commonground.workflow.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A human task that waits for an answer.
 *
 * @param id the engine's id, which the port takes
 * @param key the task's id in the model: {@code make-contact}
 * @param name as people see it, with the reference
 * @param subject the business key of its process
 * @param assignee the id of the account that has claimed it
 * @param candidates the engine's groups that may claim it: {@code team-…}, {@code group-…}, {@code role-…}
 * @param due empty where it has no due date
 */
public record OpenTask(
        String id,
        String key,
        String name,
        UUID subject,
        Optional<String> assignee,
        Set<String> candidates,
        Optional<Instant> due) {}
