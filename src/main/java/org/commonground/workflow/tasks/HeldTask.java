package org.commonground.workflow.tasks;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.AccountId;

/**
 * An open task as a team's lead sees it: whose it is, and no person behind it.
 *
 * @param name as people see it, with the reference
 * @param holder who has claimed it or been given it; empty while it is the team's
 * @param due empty where it has no due date
 */
public record HeldTask(String id, String name, Optional<AccountId> holder, Optional<Instant> due) {}
