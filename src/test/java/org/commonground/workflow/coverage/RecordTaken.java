package org.commonground.workflow.coverage;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Has the engine of the tests note every sequence flow it takes and every rule of a decision table that matches. */
@Component
class RecordTaken extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new EveryFlow());
        engine.setCustomPostBPMNParseListeners(listeners);

        DefaultDmnEngineConfiguration decisions = engine.getDmnEngineConfiguration() == null
                ? new DefaultDmnEngineConfiguration()
                : engine.getDmnEngineConfiguration();
        decisions.getCustomPostDecisionTableEvaluationListeners().add(RecordTaken::note);
        engine.setDmnEngineConfiguration(decisions);
    }

    private static void note(DmnDecisionTableEvaluationEvent evaluated) {
        String table = evaluated.getDecisionTable().getKey();
        evaluated.getMatchingRules().forEach(rule -> Taken.note(table, rule.getId()));
    }

    private static final class EveryFlow extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            String model = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            String id = transition.getId();
            transition.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> Taken.note(model, id));
        }
    }
}
