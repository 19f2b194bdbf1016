package org.commonground.workflow.tasks;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what stands behind a human task by the task's id in the model. */
@Component
public class TaskForms {

    private final Map<String, TaskForm<?>> forms;

    TaskForms(ObjectProvider<TaskForm<?>> forms) {
        this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::task, Function.identity()));
    }

    public TaskForm<?> of(String task) {
        TaskForm<?> form = forms.get(task);
        if (form == null) {
            throw new IllegalStateException("No form's bean stands behind the task " + task);
        }
        return form;
    }
}
