package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.commonground.caseload.Agenda;
import org.commonground.caseload.AgendaItem;
import org.commonground.person.Way;
import org.commonground.platform.time.MovableClock;
import org.commonground.referral.ReferralId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.workflow.engine.EngineGroups;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody waits without a day and an owner: each wait of each model is a row of the agenda. */
@CommonGroundTest
class AgendaTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Agenda agenda;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_wait_of_each_model_has_a_day_and_an_owner() {
        Neighbourhood here = Caseload.of(1, context);
        List<ReferralId> referrals = jdbc
                .sql("select id from referral where team_id = :team and standing <> 'closed'")
                .param("team", here.team().id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ReferralId::new)
                .toList();

        Set<String> kinds = new TreeSet<>();
        kinds.addAll(untilMorning());
        for (ReferralId referral : referrals) {
            List<AgendaItem> items = agenda.of(referral);
            assertThat(items).as("an open referral waits for something").isNotEmpty();
            assertThat(items).allSatisfy(item -> {
                assertThat(item.due()).as(item.kind()).isNotNull();
                assertThat(item.owner()).as(item.kind()).matches("(team|group|post|role|person)-.+");
                assertThat(item.subject()).as(item.kind()).isNotNull();
            });
            items.forEach(item -> kinds.add(item.kind()));
        }
        assertThat(kinds).isEqualTo(waits());
    }

    @Test
    void it_says_whose_turn_it_is_and_from_when() {
        Journey journey = Journey.received(context);
        String team = EngineGroups.team(journey.stands().team());
        assertThat(agenda.of(journey.referral()))
                .extracting(AgendaItem::kind, AgendaItem::owner)
                .containsExactly(tuple("make-contact", team));
        journey.neverReached(Way.CALL);
        AgendaItem waiting = agenda.of(journey.referral()).get(0);
        assertThat(waiting.kind()).isEqualTo("wait-for-next-contact");
        assertThat(waiting.owner()).isEqualTo(team);
        assertThat(waiting.due())
                .isAfter(context.getBean(MovableClock.class).instant())
                .isEqualTo(journey.timer("wait-for-next-contact").getDuedate().toInstant());
        journey.fireTimer("wait-for-next-contact");
        journey.reached();
        assertThat(agenda.of(journey.referral()))
                .extracting(AgendaItem::kind, AgendaItem::owner)
                .containsExactly(tuple(
                        "hold-conversation",
                        EngineGroups.person(journey.linkWorker().account())));
        assertThat(agenda.of(new ReferralId(UUID.randomUUID()))).isEmpty();
    }

    /** A crisis that everybody has heard of waits beside its task for the next morning, to be told again. */
    private Set<String> untilMorning() {
        Journey journey = Journey.received(context);
        new Waits(invented -> journey, List.of()).inCrisis(journey);
        journey.fireTimer("lead-timer");
        journey.fireTimer("supervisors-timer");
        assertThat(agenda.of(journey.referral())).allSatisfy(item -> {
            assertThat(item.due()).as(item.kind()).isNotNull();
            assertThat(item.owner()).as(item.kind()).isNotNull();
        });
        return agenda.of(journey.referral()).stream().map(AgendaItem::kind).collect(Collectors.toSet());
    }

    /** What a token of ours stops at; a called process waits in its own model. */
    private Set<String> waits() {
        return models.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> !definition.getKey().equals("errand"))
                .map(definition -> models.getBpmnModelInstance(definition.getId()))
                .flatMap(model -> Stream.of(
                                UserTask.class,
                                IntermediateCatchEvent.class,
                                ReceiveTask.class,
                                EventBasedGateway.class)
                        .map(model::getModelElementsByType)
                        .flatMap(Collection::stream))
                .map(FlowNode.class::cast)
                .filter(wait -> wait.getPreviousNodes().list().stream().noneMatch(EventBasedGateway.class::isInstance))
                .peek(AgendaTest::waitsForADay)
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A message that never comes would have no day: none of our waits is for messages alone. */
    private static void waitsForADay(FlowNode wait) {
        if (wait instanceof EventBasedGateway) {
            assertThat(wait.getSucceedingNodes().list())
                    .as(wait.getId())
                    .anySatisfy(event -> assertThat(((CatchEvent) event).getEventDefinitions())
                            .hasOnlyElementsOfType(TimerEventDefinition.class));
        } else if (!(wait instanceof UserTask)) {
            assertThat(((CatchEvent) wait).getEventDefinitions())
                    .as(wait.getId())
                    .hasOnlyElementsOfType(TimerEventDefinition.class);
        }
    }
}
