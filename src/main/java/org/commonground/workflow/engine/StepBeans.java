package org.commonground.workflow.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The only beans an expression in a model can reach: those of the package {@code workflow.steps}. The engine would
 * otherwise show every bean of the application to whoever manages to have an expression evaluated. Beans are looked up
 * when they are needed, because steps need services which need the engine.
 */
class StepBeans extends AbstractMap<Object, Object> {

    private static final String STEPS = "org.commonground.workflow.steps";

    private final ListableBeanFactory beans;
    private volatile Set<String> names;

    StepBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String && names().contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names().stream()
                .collect(Collectors.<String, Object, Object>toMap(Function.identity(), beans::getBean))
                .entrySet();
    }

    private Set<String> names() {
        if (names == null) {
            names = Arrays.stream(beans.getBeanDefinitionNames())
                    .filter(this::isStep)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return names;
    }

    private boolean isStep(String name) {
        Class<?> type = beans.getType(name, false);
        return type != null && (type.getPackageName() + ".").startsWith(STEPS + ".");
    }
}
