package org.commonground.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CommonGroundTest
class ModelDeployerTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployer deployer;

    @Test
    void everything_is_one_deployment_under_the_names_of_its_folders() throws IOException {
        assertThat(repository.getDeploymentResourceNames(ours().get(0).getId()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names("bpmn"), names("forms")).toList());
    }

    @Test
    void what_has_not_changed_is_not_deployed_again() {
        deployer.afterSingletonsInstantiated();

        assertThat(ours()).hasSize(1);
    }

    private List<Deployment> ours() {
        return repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployer.NAME)
                .list();
    }

    private static Stream<String> names(String folder) throws IOException {
        if (Files.notExists(Path.of(folder))) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).toList().stream();
        }
    }
}
