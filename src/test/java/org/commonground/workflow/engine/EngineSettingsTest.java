package org.commonground.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.commonground.platform.persistence.Contention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the tests' shared context cannot show, because its job executor is switched off. */
class EngineSettingsTest {

    private final SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    private final JobExecutor executor = new SpringJobExecutor();

    @BeforeEach
    void anEngineThatWasLeftOpen() {
        engine.setJobExecutor(executor);
        engine.setAuthorizationEnabled(false);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS);
        engine.setHistory("full");
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        EngineSettings settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("commonground.engine", EngineSettings.class);
        new EngineRules(settings, beans, beans.getBeanProvider(Contention.class)).preInit(engine);
    }

    @Test
    void a_killed_nodes_jobs_are_free_after_a_minute_and_due_jobs_wait_seconds() {
        assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(executor.getWaitTimeInMillis()).isEqualTo(500);
        assertThat(executor.getMaxWait()).isEqualTo(5_000);
    }

    @Test
    void every_job_is_tried_on_one_cycle_by_any_node() {
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
    }

    @Test
    void no_property_undoes_a_rule() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.getAuthorizationCheckRevokes())
                .isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        assertThat(engine.getHistory()).isEqualTo("lean");
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isTaskMetricsEnabled()).isFalse();
        assertThat(engine.isEnableCmdExceptionLogging()).isFalse();
    }
}
