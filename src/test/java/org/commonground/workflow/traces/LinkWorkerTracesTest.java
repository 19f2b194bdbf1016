package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.correspondence.ToPeople;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Staff;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.PlacementId;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.linkworker.HandOverPerson;
import org.commonground.referral.linkworker.KeptBecause;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.HandOverTasks;
import org.commonground.workflow.tasks.OpenTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reached a person looks after them: what the team is asked about the person comes to them first. */
@CommonGroundTest
class LinkWorkerTracesTest {

    @Autowired
    BeanFactory context;

    @Autowired
    LinkWorkers linkWorkers;

    @Autowired
    InOneTransaction once;

    @Autowired
    Absences absences;

    private Journey journey;
    private TeamId team;
    private AccountId robin;
    private People.Person lee;

    @BeforeEach
    void somebodyIsReached() {
        journey = Journey.received(context);
        team = journey.stands().team();
        assertThat(assignee("make-contact")).as("before anybody is reached").isEmpty();
        robin = journey.linkWorker().account();
        lee = People.in(context).inTeam(team, Role.LINK_WORKER);
        journey.reached();
    }

    @Test
    void every_task_of_the_team_comes_to_whoever_reached_the_person_but_what_is_a_groups_too() {
        assertThat(linkWorkers.of(journey.referral())).contains(robin);
        assertThat(assignee("hold-conversation")).contains(robin);
        assertThat(task("hold-conversation").candidates()).containsExactly(EngineGroups.team(team));
        journey.talked();
        assertThat(assignee("choose-groups")).contains(robin);
        PlacementId placement = journey.choose(journey.group()).get(0);
        assertThat(assignee(placement, "check-person-side")).contains(robin);
        journey.answer(placement, "check-person-side", Placing.noRisk());
        assertThat(assignee(placement, "answer-offer")).isEmpty();
        journey.answer(placement, "answer-offer", Placing.yes());
        assertThat(assignee(placement, "ask-person")).contains(robin);
        assertThat(why()).containsExactly(KeptBecause.REACHED);
    }

    @Test
    void a_colleague_takes_a_task_over_and_the_person_stays_whose_they_are() {
        journey.answerAs(lee.actor(), journey.referral().value(), "hold-conversation", Said.goAhead());
        assertThat(assignee("choose-groups")).contains(robin);
        assertThat(linkWorkers.of(journey.referral())).contains(robin);
    }

    @Test
    void a_person_is_handed_over_to_a_colleague_who_is_there() {
        handOver(lee.id(), KeptBecause.PERSON_ASKED);
        journey.talked();
        assertThat(assignee("choose-groups")).contains(lee.id());
        assertThat(why()).containsExactly(KeptBecause.PERSON_ASKED, KeptBecause.REACHED);
        assertThat(context.getBean(ToPeople.class)
                        .linkWorkerOf(journey.referral().value()))
                .contains("Tester");

        handOver(null, KeptBecause.WORKLOAD);
        assertThat(linkWorkers.of(journey.referral())).isEmpty();
        assertThat(context.getBean(ToPeople.class)
                        .linkWorkerOf(journey.referral().value()))
                .isEmpty();
        assertThat(journey.story("link-worker-changed")).hasSize(3);

        People.Person stranger =
                People.in(context).inTeam(Neighbourhood.in(context).team().id(), Role.LINK_WORKER);
        assertThatThrownBy(() -> handOver(stranger.id(), KeptBecause.WORKLOAD))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("to"));
        away(lee.id(), robin);
        assertThatThrownBy(() -> handOver(lee.id(), KeptBecause.WORKLOAD))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("to"));
        assertThat(linkWorkers.history(journey.referral())).hasSize(3);
    }

    @Test
    void with_their_tasks_a_lead_hands_over_the_person() {
        People.Person lead = People.in(context).inTeam(team, Role.TEAM_LEAD);
        Team now = context.getBean(Teams.class).find(team).orElseThrow();
        context.getBean(Teams.class).change(team, new KeepTeam(now.name(), lead.id(), null), Actor.SYSTEM);
        HandOver handOver = context.getBean(HandOver.class);

        handOver.handOver(
                new HandOverTasks(team, List.of(task("hold-conversation").id()), lee.id()), lead.actor());
        assertThat(linkWorkers.of(journey.referral())).contains(lee.id());
        handOver.handOver(
                new HandOverTasks(team, List.of(task("hold-conversation").id()), null), lead.actor());
        assertThat(linkWorkers.of(journey.referral())).isEmpty();
        assertThat(why()).containsExactly(KeptBecause.HANDED_OVER, KeptBecause.HANDED_OVER, KeptBecause.REACHED);
        assertThat(linkWorkers.history(journey.referral()).get(0).by())
                .isEqualTo(lead.actor().signature());
    }

    @Test
    void while_they_are_away_their_stand_in_is_asked_and_nothing_is_kept_of_it() {
        away(robin, lee.id());
        journey.talked();
        assertThat(assignee("choose-groups")).contains(lee.id());
        assertThat(linkWorkers.of(journey.referral())).contains(robin);
        assertThat(why()).containsExactly(KeptBecause.REACHED);
    }

    @Test
    void whoever_leaves_the_team_looks_after_nobody_of_it() {
        context.getBean(Staff.class).end(robin, true, Actor.SYSTEM);
        assertThat(linkWorkers.of(journey.referral())).isEmpty();
        assertThat(assignee("hold-conversation")).isEmpty();
        assertThat(why()).containsExactly(KeptBecause.LEFT, KeptBecause.REACHED);
    }

    @Test
    void whoever_reaches_them_again_does_not_take_them_away() {
        journey.answerAs(
                lee.actor(),
                journey.referral().value(),
                "hold-conversation",
                Said.notReadyToTalk(journey.days().after(journey.days().today(), 10)));
        journey.fireTimer("wait-for-next-contact");
        assertThat(assignee("make-contact")).contains(robin);
        journey.answerAs(
                lee.actor(),
                journey.referral().value(),
                "make-contact",
                Said.reached(journey.days().after(journey.days().today(), 2)));
        assertThat(linkWorkers.of(journey.referral())).contains(robin);
        assertThat(why()).containsExactly(KeptBecause.REACHED);
    }

    private void handOver(AccountId to, KeptBecause why) {
        once.run(() -> linkWorkers.handOver(journey.referral(), new HandOverPerson(to, why), journey.linkWorker()));
    }

    private void away(AccountId who, AccountId standIn) {
        absences.record(
                new RecordAbsence(
                        who, journey.days().today(), journey.days().today().plusWeeks(2), standIn),
                Actor.SYSTEM);
    }

    private List<KeptBecause> why() {
        return linkWorkers.history(journey.referral()).stream()
                .map(keeping -> keeping.why())
                .toList();
    }

    private OpenTask task(String key) {
        return journey.task(journey.referral().value(), key);
    }

    private Optional<AccountId> assignee(String key) {
        return task(key).assignee().map(AccountId::of);
    }

    private Optional<AccountId> assignee(PlacementId placement, String key) {
        return journey.task(placement.value(), key).assignee().map(AccountId::of);
    }
}
