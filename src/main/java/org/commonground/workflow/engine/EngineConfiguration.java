package org.commonground.workflow.engine;

import java.util.Set;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    /** The starter deploys nothing by itself: {@link ModelDeployer} does. */
    @Bean
    static CamundaDeploymentConfiguration noDeploymentByTheStarter() {
        return new NoDeployment();
    }

    private static final class NoDeployment extends AbstractCamundaConfiguration
            implements CamundaDeploymentConfiguration {

        @Override
        public Set<Resource> getDeploymentResources() {
            return Set.of();
        }
    }
}
