package org.commonground.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.Contention;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine is set up. It comes after the starter's own plugins, so that no property can undo a rule. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineRules extends AbstractProcessEnginePlugin {

    /** The ids of our accounts and groups have hyphens, which the engine refuses unless told otherwise. */
    private static final String ID_PATTERN = "[a-zA-Z0-9-]+";

    private final EngineSettings settings;
    private final ListableBeanFactory beans;
    private final ObjectProvider<Contention> contentions;

    EngineRules(EngineSettings settings, ListableBeanFactory beans, ObjectProvider<Contention> contentions) {
        this.settings = settings;
        this.beans = beans;
        this.contentions = contentions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        database(engine);
        history(engine);
        rights(engine);
        neighbourhoods(engine);
        models(engine);
        jobs(engine);
    }

    private static void database(ProcessEngineConfigurationImpl engine) {
        // Flyway makes the tables, as their owner; the application's role may not
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(() -> Ids.next().toString());
        engine.setDefaultSerializationFormat("application/json");
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
    }

    private static void history(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setHistory(LeanHistory.NAME);
        engine.setEnforceHistoryTimeToLive(true);
        // a removal time on every row costs a third of the write-ahead log; ended processes are found without it
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy("endTimeBased");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryCleanupJobLogTimeToLive("P30D");
    }

    private void rights(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        engine.setResourceAuthorizationProvider(new TaskRights());
        engine.setUserResourceWhitelistPattern(ID_PATTERN);
        engine.setGroupResourceWhitelistPattern(ID_PATTERN);
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new Wall(engine))));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(new ArrayList<>(List.of(new Wall(engine))));
        engine.setQueryMaxResultsLimit(settings.longestList());
    }

    private static void neighbourhoods(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(new TenantOfProcess());
        engine.setCommandCheckers(new ArrayList<>(List.of(new Sight.Check(), new AuthorizationCommandChecker())));
        List<SessionFactory> sessions = new ArrayList<>(List.of(new Sight.Factory()));
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(0, engine.getCustomSessionFactories());
        }
        engine.setCustomSessionFactories(sessions);
    }

    private void models(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new StepBeans(beans));
        engine.setDelegateInterceptor(new SilentFailures(contentions));
        // whoever called hears of a failure and says it in our words; the engine would call each lost race an error
        engine.setEnableCmdExceptionLogging(false);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new TaskNames());
        listeners.add(new RoutedTasks(beans));
        engine.setCustomPostBPMNParseListeners(listeners);
        // a task that belongs to no model has no form, and room for free text
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        // filters are stored by us alone, and "mine" needs an expression
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
    }

    private void jobs(ProcessEngineConfigurationImpl engine) {
        // an index can then find what is due
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorDeploymentAware(false);
        engine.setFailedJobRetryTimeCycle(settings.retryCycle());
        JobExecutor executor = engine.getJobExecutor();
        if (executor != null) {
            executor.setLockTimeInMillis((int) settings.jobLock().toMillis());
            executor.setWaitTimeInMillis((int) settings.jobPause().toMillis());
            executor.setMaxWait(settings.longestJobPause().toMillis());
            executor.setBackoffTimeInMillis((int) settings.jobPause().toMillis());
            executor.setMaxBackoff(settings.longestJobPause().toMillis());
        }
    }
}
