package org.commonground.web.tasks;

import java.util.Optional;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.workflow.tasks.TaskLookup;
import org.springframework.stereotype.Component;

/** Says who has a task that a colleague may take over. */
@Component
class Holders {

    private final TaskLookup tasks;
    private final Accounts accounts;

    Holders(TaskLookup tasks, Accounts accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** @param name of whoever has claimed it */
    record Holder(String name) {}

    /** Empty where the task is not open to the actor, nobody has it, or it is their own. */
    Optional<Holder> of(String task, Actor.SignedIn actor) {
        return tasks.assignee(task, actor)
                .filter(holder -> !holder.equals(actor.account()))
                .map(holder -> new Holder(accounts.find(holder)
                        .map(account -> account.displayName().text())
                        .orElse("somebody")));
    }
}
