package org.commonground.workflow.engine;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * Whoever is no longer assignee or candidate of a task loses it. The engine gives rights when somebody is named and
 * never takes them back, so that a task handed from one team to another would stay open to both.
 */
class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String former, String assignee) {
        takeFromUser(task, former, assignee);
        return super.newTaskAssignee(task, former, assignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String former, String owner) {
        takeFromUser(task, former, owner);
        return super.newTaskOwner(task, former, owner);
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
        if (!user.equals(task.getAssignee()) && !user.equals(task.getOwner())) {
            rights().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), user);
        }
        return super.deleteTaskUserIdentityLink(task, user, type);
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        rights().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
        return super.deleteTaskGroupIdentityLink(task, group, type);
    }

    private void takeFromUser(Task task, String former, String next) {
        if (former != null && !former.equals(next) && !isCandidate(task, former)) {
            rights().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), former);
        }
    }

    private static boolean isCandidate(Task task, String user) {
        return task instanceof DelegateTask delegate
                && delegate.getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getUserId)
                        .anyMatch(user::equals);
    }

    private static AuthorizationManager rights() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
