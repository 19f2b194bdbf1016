package org.commonground.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engine as it comes, under the same application: whatever our rules say about speed or storage is set back to its
 * default, after them. What the models and rooms cannot do without stays: steps, forms, names of tasks, JSON.
 */
final class EngineDefaults extends AbstractProcessEnginePlugin {

    static ApplicationContextInitializer<ConfigurableApplicationContext> setIn() {
        return application -> {
            // two engines of one name do not run in one JVM
            TestPropertyValues.of("camunda.bpm.generate-unique-process-engine-name=true")
                    .applyTo(application);
            application.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof ProcessEngineConfigurationImpl engine) {
                        engine.getProcessEnginePlugins().add(new EngineDefaults());
                    }
                    return bean;
                }
            });
        };
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
        engine.setHistoryLevel(null);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        engine.setHistoryCleanupStrategy("removalTimeBased");
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setTaskMetricsEnabled(true);
        engine.setAuthorizationEnabled(false);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO);
        engine.setResourceAuthorizationProvider(new DefaultAuthorizationProvider());
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(new ArrayList<>());
        engine.setEnsureJobDueDateNotNull(false);
        engine.setJobExecutorAcquireByDueDate(false);
    }

    /** The engine ships none of our indexes on its tables. */
    static void dropOurIndexes(DatabaseAccess access) throws SQLException {
        try (Connection owner = Migration.connectAsOwner(access);
                Statement sql = owner.createStatement()) {
            List<String> ours = new ArrayList<>();
            try (var found = sql.executeQuery(
                    "select indexname from pg_indexes where schemaname = 'engine' and indexname like 'cg\\_%'")) {
                while (found.next()) {
                    ours.add(found.getString(1));
                }
            }
            for (String index : ours) {
                sql.execute("drop index engine." + index);
            }
        }
    }
}
