package org.commonground.workflow.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.workflow.engine.Tenants;
import org.springframework.stereotype.Component;

/**
 * The engine's tenants with the names people know: every neighbourhood, and the installation. And whose processes
 * somebody may look at: an administrator everybody's, a manager those of their neighbourhoods, which they carry.
 */
@Component
class TenantDirectory {

    private final Neighbourhoods neighbourhoods;

    TenantDirectory(Neighbourhoods neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
    }

    /** Costs a statement for an administrator alone. */
    Set<String> of(Actor.SignedIn person) {
        return person.has(Role.ADMINISTRATOR)
                ? all().map(Tenant::getId).collect(Collectors.toUnmodifiableSet())
                : Tenants.managedBy(person);
    }

    Stream<Tenant> all() {
        return Stream.concat(
                Stream.of(tenant(Tenants.INSTALLATION, "The installation")),
                neighbourhoods.all().stream().map(one -> tenant(Tenants.of(one.id()), one.name())));
    }

    private static Tenant tenant(String id, String name) {
        Tenant tenant = new TenantEntity();
        tenant.setId(id);
        tenant.setName(name);
        return tenant;
    }
}
