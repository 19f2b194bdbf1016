package org.commonground.workflow.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Service;

/**
 * Asks the engine's tables; its history keeps neither facts nor outcome. A step of a running process is answered by the
 * table that was deployed together with its model, so that a new release changes nobody's rules half-way; whoever asks
 * from elsewhere is answered by the latest.
 */
@Service
class DecisionTables implements Decisions {

    private final DecisionService tables;
    private final RepositoryService deployed;
    private final EngineIdentity identity;

    DecisionTables(DecisionService tables, RepositoryService deployed, EngineIdentity identity) {
        this.tables = tables;
        this.deployed = deployed;
        this.identity = identity;
    }

    @Override
    public List<Map<String, Object>> ask(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).getResultList();
    }

    @Override
    public Map<String, Object> askOne(String decision, Map<String, Object> facts) {
        List<Map<String, Object>> outcomes = ask(decision, facts);
        if (outcomes.size() != 1) {
            throw new UndecidedException(decision, outcomes.size());
        }
        return outcomes.get(0);
    }

    private DmnDecisionResult evaluate(String decision, Map<String, Object> facts) {
        try {
            return identity.aside(() -> deployedWithCaller(decision)
                    .map(tables::evaluateDecisionById)
                    .orElseGet(() -> tables.evaluateDecisionByKey(decision))
                    .variables(facts)
                    .evaluate());
        } catch (NotFoundException e) {
            throw new UndecidedException(decision);
        }
    }

    private Optional<String> deployedWithCaller(String decision) {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(caller -> caller.getExecution().getProcessDefinition().getDeploymentId())
                .map(deployment -> deployed.createDecisionDefinitionQuery()
                        .deploymentId(deployment)
                        .decisionDefinitionKey(decision)
                        .singleResult())
                .map(DecisionDefinition::getId);
    }
}
