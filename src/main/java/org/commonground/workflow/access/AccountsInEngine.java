package org.commonground.workflow.access;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.commonground.account.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the engine our accounts in place of its own tables of users, groups and memberships. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccountsInEngine extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<GroupNames> groups;
    private final ObjectProvider<Neighbours> neighbours;
    private final ObjectProvider<TenantDirectory> neighbourhoods;

    /** Providers, because the engine is made before most of the application. */
    AccountsInEngine(
            ObjectProvider<Accounts> accounts,
            ObjectProvider<GroupNames> groups,
            ObjectProvider<Neighbours> neighbours,
            ObjectProvider<TenantDirectory> neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
        this.accounts = accounts;
        this.groups = groups;
        this.neighbours = neighbours;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(this);
        engine.setDbIdentityUsed(false);
    }

    /** Nobody is beyond the authorisations, under any name; the engine adds {@code camunda-admin} by itself. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setAdminUsers(List.of());
        engine.setAdminGroups(List.of());
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new AccountDirectory(
                accounts.getObject(), groups.getObject(), neighbours.getObject(), neighbourhoods.getObject());
    }
}
