package org.commonground.platform.persistence;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether a database was named ({@code SPRING_DATASOURCE_URL}) or the embedded one is to be used. */
public abstract class DatabaseCondition implements Condition {

    public static boolean named(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    /** A database was named. */
    public static class Named extends DatabaseCondition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return named(context.getEnvironment());
        }
    }

    /** None was named. */
    public static class NotNamed extends DatabaseCondition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !named(context.getEnvironment());
        }
    }
}
