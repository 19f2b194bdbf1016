package org.commonground.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives every human task of every model what a list of tasks needs: a name that ends with the referral's reference
 * ({@code Talk with the person · CG-7F3K-2Q}), and a priority: 80 where the variable {@code urgency} is
 * {@code urgent}, else 50; a priority of its own in the model stays.
 */
class TaskNames extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            behaviour.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskNames::created);
        }
    }

    private static void created(DelegateTask task) {
        if (task.getVariable("reference") instanceof String reference) {
            task.setName(task.getName() + " · " + reference);
        }
        if (task.getPriority() == TaskPriority.NORMAL && "urgent".equals(task.getVariable("urgency"))) {
            task.setPriority(TaskPriority.URGENT);
        }
    }
}
