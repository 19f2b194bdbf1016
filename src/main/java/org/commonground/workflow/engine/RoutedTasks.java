package org.commonground.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ListableBeanFactory;

/** Has every new human task of every model looked at by each {@link TaskRouting}. */
class RoutedTasks extends AbstractBpmnParseListener {

    private final ListableBeanFactory beans;

    /** A factory, because the engine is made before most of the application. */
    RoutedTasks(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            behaviour
                    .getTaskDefinition()
                    .addBuiltInTaskListener(
                            TaskListener.EVENTNAME_CREATE,
                            task -> beans.getBeanProvider(TaskRouting.class)
                                    .orderedStream()
                                    .forEach(routing -> routing.route(task)));
        }
    }
}
