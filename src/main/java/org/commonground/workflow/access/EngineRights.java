package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.commonground.account.Role;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * What each role may see of the engine. Nobody may change anything: tasks are answered through the task port, which
 * decides by itself; one thing apart, an administrator may have a failed job tried again. Rights to single tasks come
 * from being their candidate or assignee.
 *
 * <p>Written while the application starts, and again each time: what is missing is added, what is there stays.
 */
@Component
class EngineRights implements SmartInitializingSingleton {

    private static final Set<Role> TASKS = EnumSet.complementOf(EnumSet.of(Role.MANAGER));
    private static final Set<Role> COCKPIT = EnumSet.of(Role.MANAGER, Role.ADMINISTRATOR);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> OTHERS = EnumSet.complementOf(EnumSet.copyOf(COCKPIT));

    private static final List<Right> RIGHTS = List.of(
            new Right(TASKS, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            new Right(TASKS, Resources.FILTER, Authorization.ANY, Permissions.READ),
            // the model beside a task; not what runs in it
            new Right(OTHERS, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ),
            new Right(COCKPIT, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            new Right(
                    EnumSet.of(Role.MANAGER),
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE),
            new Right(
                    ADMINISTRATORS,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.RETRY_JOB),
            new Right(COCKPIT, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ),
            new Right(COCKPIT, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ),
            new Right(COCKPIT, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ),
            new Right(COCKPIT, Resources.BATCH, Authorization.ANY, BatchPermissions.READ),
            new Right(ADMINISTRATORS, Resources.APPLICATION, "admin", Permissions.ACCESS),
            new Right(ADMINISTRATORS, Resources.AUTHORIZATION, Authorization.ANY, Permissions.READ),
            new Right(ADMINISTRATORS, Resources.SYSTEM, Authorization.ANY, SystemPermissions.READ));

    private final AuthorizationService authorizations;

    EngineRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        RIGHTS.forEach(right -> right.roles().forEach(role -> grant(EngineGroups.role(role), right)));
    }

    private void grant(String group, Right right) {
        if (isThere(group, right)) {
            return;
        }
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        authorization.setPermissions(right.permissions());
        try {
            authorizations.saveAuthorization(authorization);
        } catch (ProcessEngineException e) {
            // another node that starts at the same time may have been faster
            if (!isThere(group, right)) {
                throw e;
            }
        }
    }

    private boolean isThere(String group, Right right) {
        return authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(right.resource())
                        .resourceId(right.id())
                        .count()
                > 0;
    }

    /** A right of some roles to one resource of a kind, or to {@link Authorization#ANY}. */
    private record Right(Set<Role> roles, Resource resource, String id, Permission[] permissions) {

        Right(Set<Role> roles, Resources resource, String id, Permission... permissions) {
            this(roles, (Resource) resource, id, Arrays.copyOf(permissions, permissions.length));
        }
    }
}
