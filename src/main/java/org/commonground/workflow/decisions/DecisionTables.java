package org.commonground.workflow.decisions;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Service;

/** Asks the engine's latest deployed tables; its history keeps neither facts nor outcome. */
@Service
class DecisionTables implements Decisions {

    private final DecisionService tables;
    private final EngineIdentity identity;

    DecisionTables(DecisionService tables, EngineIdentity identity) {
        this.tables = tables;
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
            return identity.aside(() ->
                    tables.evaluateDecisionByKey(decision).variables(facts).evaluate());
        } catch (NotFoundException e) {
            throw new UndecidedException(decision);
        }
    }
}
