package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.commonground.referral.Urgency;
import org.commonground.referral.triage.TriageFacts;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.TriageDecision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A process keeps to what it was deployed with, whatever is deployed later. */
@CommonGroundTest
class OwnReleaseTracesTest {

    @Autowired
    BeanFactory context;

    @Autowired
    RepositoryService repository;

    @Autowired
    Decisions decisions;

    @Test
    void a_step_asks_the_table_of_its_models_own_deployment() throws IOException {
        String allUrgent = Files.readString(Path.of("bpmn/triage.dmn"))
                .replaceFirst("(id=\"rule-4-urgency-is\">\\s*<text>)\"routine\"", "$1\"urgent\"");
        String later = repository
                .createDeployment()
                .name("a later table")
                .addString("bpmn/triage.dmn", allUrgent)
                .deploy()
                .getId();
        try {
            assertThat(decisions.askOne(
                            TriageDecision.ID,
                            TriageDecision.facts(new TriageFacts(Urgency.ROUTINE, false, 75, 18, false))))
                    .as("the latest table")
                    .containsEntry("urgency", "urgent");
            assertThat(Journey.received(context).stands().urgency()).contains(Urgency.ROUTINE);
        } finally {
            repository.deleteDeployment(later, true);
        }
    }
}
