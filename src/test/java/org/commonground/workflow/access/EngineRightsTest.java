package org.commonground.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CommonGroundTest
class EngineRightsTest {

    @Autowired
    EngineRights rights;

    @Autowired
    AuthorizationService authorizations;

    @Test
    void a_start_brings_the_rights_to_what_the_table_says() {
        Authorization tooMuch = authorizations
                .createAuthorizationQuery()
                .groupIdIn("role-manager")
                .resourceType(Resources.PROCESS_DEFINITION)
                .singleResult();
        tooMuch.addPermission(Permissions.DELETE);
        authorizations.saveAuthorization(tooMuch);
        Authorization foreign = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        foreign.setGroupId("role-link-worker");
        foreign.setResource(Resources.DEPLOYMENT);
        foreign.setResourceId(Authorization.ANY);
        foreign.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(foreign);
        assertThat(may("role-manager", Permissions.DELETE, Resources.PROCESS_DEFINITION))
                .isTrue();

        rights.afterSingletonsInstantiated();

        assertThat(may("role-manager", Permissions.DELETE, Resources.PROCESS_DEFINITION))
                .isFalse();
        assertThat(may("role-manager", Permissions.READ, Resources.PROCESS_DEFINITION))
                .isTrue();
        assertThat(may("role-link-worker", Permissions.CREATE, Resources.DEPLOYMENT))
                .isFalse();
    }

    @Test
    void nobody_is_given_a_right_to_write_but_an_administrator_to_a_jobs_retries() {
        for (Authorization right : authorizations.createAuthorizationQuery().list()) {
            boolean role = right.getGroupId() != null && right.getGroupId().startsWith("role-");
            if (role && right.getResourceType() != Resources.TASK.resourceType()) {
                assertThat(List.of(
                                right.isPermissionGranted(Permissions.CREATE),
                                right.isPermissionGranted(Permissions.UPDATE),
                                right.isPermissionGranted(Permissions.DELETE),
                                right.isPermissionGranted(Permissions.ALL)))
                        .as(right.getGroupId() + " " + right.getResourceType())
                        .containsOnly(false);
            }
        }
    }

    private boolean may(String group, Permissions permission, Resources resource) {
        return authorizations.isUserAuthorized("nobody", List.of(group), permission, resource);
    }
}
