package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's query for tenants, answered from neighbourhoods: somebody's are those they are manager of. */
final class NeighbourhoodQuery extends TenantQueryImpl {

    private static final long serialVersionUID = 1L;

    NeighbourhoodQuery() {}

    NeighbourhoodQuery(CommandExecutor executor) {
        super(executor);
    }

    boolean matches(Tenant tenant) {
        return (getId() == null || getId().equals(tenant.getId()))
                && (getIds() == null || Arrays.asList(getIds()).contains(tenant.getId()))
                && (getName() == null || getName().equals(tenant.getName()))
                && Likeness.of(getNameLike()).matches(tenant.getName());
    }

    @Override
    public long executeCount(CommandContext context) {
        return directory(context).tenants(this, context).size();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
        return Pages.of(directory(context).tenants(this, context), page);
    }

    private static AccountDirectory directory(CommandContext context) {
        return (AccountDirectory) context.getReadOnlyIdentityProvider();
    }
}
