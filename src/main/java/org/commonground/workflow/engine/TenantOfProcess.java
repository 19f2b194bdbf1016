package org.commonground.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.commonground.workflow.vocabulary.CommonVariables;

/**
 * A process is of the neighbourhood that whoever starts it names, a called one of its caller's, and one that names none
 * is the installation's: then administrators alone see it, and nobody by mistake.
 */
final class TenantOfProcess implements TenantIdProvider {

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext started) {
        return callers(started.getSuperExecution())
                .orElseGet(
                        () -> started.getVariables().get(CommonVariables.NEIGHBOURHOOD.name()) instanceof String named
                                ? named
                                : Tenants.INSTALLATION);
    }

    /** There are no cases. */
    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext started) {
        return callers(started.getSuperExecution()).orElse(Tenants.INSTALLATION);
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext asked) {
        return callers(asked.getExecution()).orElse(Tenants.INSTALLATION);
    }

    private static Optional<String> callers(DelegateExecution execution) {
        return Optional.ofNullable(execution).map(DelegateExecution::getTenantId);
    }
}
