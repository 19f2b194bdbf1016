package org.commonground.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, decisions and forms this release was built with: one deployment, so that what belongs together
 * stays together (forms, decisions and called processes bind by deployment), under names that do not depend on how we
 * were started, and only when at least one of them has changed. Two nodes that start at once are kept apart by the
 * engine's own deployment lock.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    static final String NAME = "Common Ground";

    private final RepositoryService repository;
    private final ResourcePatternResolver files;

    ModelDeployer(RepositoryService repository, ResourcePatternResolver files) {
        this.repository = repository;
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Resource> found = new TreeMap<>();
        find(found, "bpmn/", "*.bpmn");
        find(found, "bpmn/", "*.dmn");
        find(found, "forms/", "*.form");
        if (found.isEmpty()) {
            return;
        }
        // the whole deployment or nothing: "changed only" would leave out a form and break its binding
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        found.forEach((name, resource) -> add(deployment, name, resource));
        deployment.deploy();
    }

    private void find(Map<String, Resource> found, String folder, String pattern) {
        try {
            for (Resource resource : files.getResources("classpath*:" + folder + pattern)) {
                found.put(folder + resource.getFilename(), resource);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The models in " + folder + " could not be read", e);
        }
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new IllegalStateException("The model " + name + " could not be read", e);
        }
    }
}
