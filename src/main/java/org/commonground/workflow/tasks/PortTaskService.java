package org.commonground.workflow.tasks;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's task service, where a named person's claim and giving back go to the task port. Everything else is the
 * engine's own; what changes anything meets the wall while somebody is named.
 */
class PortTaskService extends TaskServiceImpl {

    private final EngineIdentity identity;
    private final ObjectProvider<TaskPort> port;
    private final ObjectProvider<ActingPerson> person;

    PortTaskService(EngineIdentity identity, ObjectProvider<TaskPort> port, ObjectProvider<ActingPerson> person) {
        this.identity = identity;
        this.port = port;
        this.person = person;
    }

    @Override
    public void claim(String taskId, String user) {
        if (identity.user().isEmpty()) {
            super.claim(taskId, user);
        } else if (user == null) {
            putBack(taskId);
        } else if (identity.user().get().equals(user)) {
            decided(() -> port.getObject().claim(taskId, person.getObject().now()));
        } else {
            throw new AuthorizationException("A task is claimed by the person who will answer it.");
        }
    }

    /** The web applications give a task back by naming nobody. */
    @Override
    public void setAssignee(String taskId, String user) {
        if (user == null && identity.user().isPresent()) {
            putBack(taskId);
        } else {
            super.setAssignee(taskId, user);
        }
    }

    private void putBack(String taskId) {
        decided(() -> port.getObject().putBack(taskId, person.getObject().now()));
    }

    private static void decided(Runnable decision) {
        try {
            decision.run();
        } catch (TaskRefused refused) {
            if (refused.why() == TaskRefused.Why.NOT_ALLOWED) {
                throw new AuthorizationException(refused.getMessage());
            }
            throw new BadUserRequestException(refused.getMessage());
        }
    }
}
