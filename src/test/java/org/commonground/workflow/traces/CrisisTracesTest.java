package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Crisis;
import org.commonground.crisis.CrisisId;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.Reach;
import org.commonground.crisis.SaidBy;
import org.commonground.crisis.SpeakWithPractice;
import org.commonground.neighbourhood.Teams;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A crisis from declaring to the practice's confirmation; the referral goes on beside it. */
@CommonGroundTest
class CrisisTracesTest {

    private static final SpeakWithPractice CONFIRMED = new SpeakWithPractice(
            new PersonName("Dr Ada Dutiful"), new Trait("Duty doctor"), new Narrative("Calls her within the hour"));

    @Autowired
    BeanFactory context;

    private Journey journey;

    /** The morning of a working day. */
    @BeforeEach
    void aMorning() {
        journey = Journey.received(context);
        LocalDate day = journey.days().after(journey.days().today(), 1);
        journey.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(WorkingDays.LONDON).toInstant());
    }

    @Test
    void confirmed_by_a_named_person_the_same_day() {
        UUID crisis = declare();
        Task task = task(crisis);
        assertThat(task.getName()).startsWith("Speak with the practice’s duty clinician today");
        assertThat(task.getPriority()).as("before everything else").isEqualTo(100);
        assertThat(task.getDueDate().toInstant()).isEqualTo(journey.days().endOfDayIn(0));
        assertThat(journey.mails(crisis)).containsExactly("crisis");

        journey.answer(crisis, "speak-with-practice", CONFIRMED);
        journey.trace(crisis)
                .isEnded()
                .hasPassedInOrder("crisis-declared", "send-crisis", "speak-with-practice", "crisis-confirmed")
                .hasNotPassed("escalate-to-lead", "escalate-to-supervisors");
        Crisis.Confirmation confirmation = find(crisis).confirmation().orElseThrow();
        assertThat(confirmation.by().text()).isEqualTo("Dr Ada Dutiful");
        assertThat(confirmation.role().text()).isEqualTo("Duty doctor");
        journey.trace().isWaitingAt("make-contact");
    }

    @Test
    void brought_to_the_lead_then_to_the_supervisors_and_told_again_each_morning() {
        UUID crisis = declare();
        Instant declared = find(crisis).declaredAt();
        assertThat(Duration.between(
                        declared, journey.timer("lead-timer").getDuedate().toInstant()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        journey.fireTimer("lead-timer");
        journey.fireTimer("supervisors-timer");

        assertThat(journey.task(crisis, "speak-with-practice").candidates())
                .containsExactlyInAnyOrder(
                        "team-" + journey.here().team().id(),
                        journey.post(Role.CLINICAL_SUPERVISOR),
                        journey.post(Role.SAFEGUARDING_LEAD),
                        journey.post(Role.SAFEGUARDING_DEPUTY));
        assertThat(told(crisis))
                .contains(
                        mailOf(Role.CLINICAL_SUPERVISOR),
                        mailOf(Role.SAFEGUARDING_LEAD),
                        mailOf(Role.SAFEGUARDING_DEPUTY));
        int before = told(crisis).size();
        journey.fireTimer("wait-for-morning");
        assertThat(told(crisis)).as("told again").hasSizeGreaterThan(before);
        assertThat(journey.timers("wait-for-morning"))
                .as("and once more tomorrow")
                .hasSize(1);

        journey.answer(crisis, "speak-with-practice", CONFIRMED);
        journey.trace(crisis)
                .isEnded()
                .hasPassed(
                        "escalate-to-lead",
                        "send-crisis-to-lead",
                        "lead-told",
                        "escalate-to-supervisors",
                        "send-crisis-to-supervisors",
                        "wait-for-morning",
                        "crisis-confirmed");
        assertThat(journey.timers("wait-for-morning")).isEmpty();
    }

    @Test
    void brought_to_a_lead_who_works_in_another_team() {
        Actor.SignedIn lead = People.in(context)
                .inTeam(Neighbourhood.in(context).team().id(), Role.TEAM_LEAD)
                .actor();
        context.getBean(Teams.class).appointLead(journey.here().team().id(), lead.account(), Actor.SYSTEM);
        UUID crisis = declare();
        assertThatThrownBy(() -> journey.answerAs(lead, crisis, "speak-with-practice", CONFIRMED))
                .as("not before it was brought to them")
                .isInstanceOf(TaskRefused.class);
        journey.fireTimer("lead-timer");

        assertThat(journey.port().openTasks(lead)).extracting(OpenTask::subject).containsExactly(crisis);
        journey.answerAs(lead, crisis, "speak-with-practice", CONFIRMED);
        journey.trace(crisis).isEnded();
    }

    @Test
    void in_a_team_without_a_lead_the_administrators_hear_of_it() {
        UUID administrator = People.in(context).with(Role.ADMINISTRATOR).id().value();
        UUID crisis = declare();
        assertThat(told(crisis)).doesNotContain(administrator);
        journey.fireTimer("lead-timer");
        assertThat(told(crisis)).contains(administrator);
    }

    @Test
    void whoever_works_here_no_more_hears_nothing_of_it() {
        Actor.SignedIn leaver = People.in(context)
                .inTeam(journey.here().team().id(), Role.LINK_WORKER)
                .actor();
        UUID crisis = declare();
        context.getBean(Accounts.class).close(leaver.account(), Actor.SYSTEM);
        assertThat(journey.sent(crisis, "crisis")).containsOnlyOnce("dropped").contains("sent");
    }

    @Test
    void what_was_confirmed_is_confirmed_once_and_brought_to_nobody_any_more() {
        UUID crisis = declare();
        journey.answer(crisis, "speak-with-practice", CONFIRMED);
        Crises crises = journey.bean(Crises.class);

        assertThatThrownBy(() -> crises.confirm(new CrisisId(crisis), CONFIRMED, journey.linkWorker()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has confirmed already");
        crises.escalate(new CrisisId(crisis), Reach.SUPERVISORS);
        assertThat(find(crisis).reach()).isEmpty();
        assertThat(journey.sent(crisis, "crisis")).as("the mail about it").containsOnly("dropped");
    }

    @Test
    void on_a_sunday_evening_it_is_due_the_same_day() {
        LocalDate sunday = journey.days().today().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        journey.moveTo(
                sunday.atTime(LocalTime.of(18, 30)).atZone(WorkingDays.LONDON).toInstant());

        assertThat(LocalDate.ofInstant(task(declare()).getDueDate().toInstant(), WorkingDays.LONDON))
                .isEqualTo(sunday);
    }

    @Test
    void stays_open_without_a_name() {
        UUID crisis = declare();
        assertThatThrownBy(() -> journey.answer(
                        crisis, "speak-with-practice", new SpeakWithPractice(null, new Trait("GP"), null)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("Enter the name of whoever confirmed")
                .hasMessageContaining("Say what you agreed");
        assertThat(journey.openTasks(crisis)).containsExactly("speak-with-practice");
    }

    @Test
    void whatever_waits_for_the_referral_becomes_urgent_and_so_does_what_follows() {
        journey.reached().talked();
        PlacementId placement = journey.choose(journey.group()).get(0);
        assertThat(task(placement.value()).getPriority()).isEqualTo(50);
        declare();

        assertThat(task(placement.value()).getPriority()).isEqualTo(80);
        journey.answer(placement, "check-person-side", Placing.noRisk());
        assertThat(task(placement.value()).getPriority()).isEqualTo(80);
        assertThat(journey.stands().urgency().orElseThrow().word()).isEqualTo("urgent");
    }

    @Test
    void declared_twice_by_one_page_is_one_crisis() {
        DeclareCrisis once = declaration();
        CrisisId first = journey.bean(Crises.class).declare(once, journey.linkWorker());
        CrisisId second = journey.bean(Crises.class).declare(once, journey.linkWorker());

        assertThat(second).isEqualTo(first);
        assertThat(journey.bean(Crises.class).of(journey.referral())).hasSize(1);
    }

    @Test
    void after_the_referral_has_ended_the_practice_is_spoken_with_all_the_same() {
        journey.bean(Referrals.class)
                .sendBack(journey.referral(), new SendBack(SentBackReason.OTHER), journey.linkWorker());
        UUID crisis = declare();

        assertThat(journey.openTasks(crisis)).containsExactly("speak-with-practice");
    }

    private UUID declare() {
        UUID crisis = journey.bean(Crises.class)
                .declare(declaration(), journey.linkWorker())
                .value();
        journey.running().look();
        return crisis;
    }

    private DeclareCrisis declaration() {
        return new DeclareCrisis(
                Ids.next(),
                journey.referral(),
                CrisisKind.RISK_TO_SELF,
                new Narrative("She does not want to wake up"),
                SaidBy.PERSON);
    }

    private Crisis find(UUID crisis) {
        return journey.bean(Crises.class).find(new CrisisId(crisis));
    }

    private Task task(UUID subject) {
        return journey.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
    }

    private List<UUID> told(UUID crisis) {
        return journey.jdbc()
                .sql("select recipient_id from message where kind = 'crisis' and subject_id = :crisis")
                .param("crisis", crisis)
                .query(UUID.class)
                .list();
    }

    private UUID mailOf(Role role) {
        return journey.somebody(role).account().value();
    }
}
