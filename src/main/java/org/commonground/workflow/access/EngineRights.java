package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.commonground.account.Role;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each role may see of the engine. Nobody may change anything: tasks are answered through the task port, which
 * decides by itself; one thing apart, an administrator may have a failed job tried again. Rights to single tasks come
 * from being their candidate or assignee.
 *
 * <p>Written while the application starts, and brought to what stands here each time.
 */
@Component
class EngineRights implements SmartInitializingSingleton {

    /** Kept apart from other locks by its number; two nodes that start at once then write one after the other. */
    private static final long LOCK = 0x656e67696e655274L;

    private static final Set<Role> TASKS = EnumSet.complementOf(EnumSet.of(Role.MANAGER, Role.PRACTICE_STAFF));
    private static final Set<Role> COCKPIT = EnumSet.of(Role.MANAGER, Role.ADMINISTRATOR);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> OTHERS =
            EnumSet.complementOf(EnumSet.of(Role.MANAGER, Role.ADMINISTRATOR, Role.PRACTICE_STAFF));

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
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineRights(AuthorizationService authorizations, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.authorizations = authorizations;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                    .param("lock", LOCK)
                    .query(String.class)
                    .single();
            Map<String, Authorization> there = new HashMap<>();
            ofRoles().forEach(authorization -> there.put(place(authorization), authorization));
            RIGHTS.forEach(right -> right.roles().forEach(role -> grant(EngineGroups.role(role), right, there)));
            there.values().forEach(unwanted -> authorizations.deleteAuthorization(unwanted.getId()));
        });
    }

    /** What roles have been given, apart from the single tasks they are candidates of. */
    private Stream<Authorization> ofRoles() {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(Arrays.stream(Role.values()).map(EngineGroups::role).toArray(String[]::new))
                .list()
                .stream()
                .filter(authorization -> authorization.getResourceType() != Resources.TASK.resourceType());
    }

    private void grant(String group, Right right, Map<String, Authorization> there) {
        Authorization wanted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        wanted.setGroupId(group);
        wanted.setResource(right.resource());
        wanted.setResourceId(right.id());
        wanted.setPermissions(right.permissions());
        Authorization known = there.remove(place(wanted));
        if (known == null) {
            authorizations.saveAuthorization(wanted);
        } else if (bits(known) != bits(wanted)) {
            known.setPermissions(right.permissions());
            authorizations.saveAuthorization(known);
        }
    }

    /** To whom and for what: there is at most one of each. */
    private static String place(Authorization authorization) {
        return authorization.getGroupId() + " " + authorization.getResourceType() + " " + authorization.getResourceId();
    }

    private static int bits(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }

    /** A right of some roles to one resource of a kind, or to {@link Authorization#ANY}. */
    private record Right(Set<Role> roles, Resource resource, String id, Permission[] permissions) {

        Right(Set<Role> roles, Resources resource, String id, Permission... permissions) {
            this(roles, (Resource) resource, id, Arrays.copyOf(permissions, permissions.length));
        }
    }
}
