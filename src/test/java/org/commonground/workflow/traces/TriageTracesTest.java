package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.NhsNumberMissing;
import org.commonground.person.Way;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeReferrals;
import org.commonground.practice.PracticeView;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.duplicate.DuplicateAnswer;
import org.commonground.referral.duplicate.Duplicates;
import org.commonground.referral.duplicate.LookAtDuplicate;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a referral before anybody reaches the person. */
@CommonGroundTest
class TriageTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void too_young() {
        LocalDate today = context.getBean(WorkingDays.class).today();
        Journey journey = Journey.received(
                context, born(Invented.referral(), today.minusYears(18).plusDays(1)));

        sentBack(journey, SentBackReason.TOO_YOUNG);
        assertThat(passed(journey))
                .containsSubsequence("triage-referral", "close-referral", "send-news", "referral-closed")
                .doesNotContain("make-contact", "look-at-duplicate");
    }

    @Test
    void old_enough_on_the_birthday() {
        LocalDate today = context.getBean(WorkingDays.class).today();
        // of a name that nobody else born that day has: they would be looked at as the same person
        Invented somebody = Invented.referral().named("Wilhelmina", "Testerton-" + UUID.randomUUID());

        Journey.received(context, born(somebody, today.minusYears(18))).trace().isWaitingAt("make-contact");
    }

    record Wait(String at, Consumer<Journey> comes) {

        @Override
        public String toString() {
            return at;
        }
    }

    static Stream<Wait> waits() {
        return Stream.of(
                new Wait("make-contact", journey -> {}),
                new Wait("wait-for-next-contact", journey -> journey.answer("make-contact", Said.noAnswer(Way.CALL))),
                new Wait("hold-conversation", Journey::reached));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void sent_back_by_hand(Wait wait) {
        Journey journey = Journey.received(context, Invented.referral().withoutFeedback());
        wait.comes().accept(journey);
        sendBack(journey, SentBackReason.MOVED_OUT_OF_THE_AREA);

        sentBack(journey, SentBackReason.MOVED_OUT_OF_THE_AREA);
        journey.trace()
                .hasPassedInOrder(
                        "referral-sent-back", "close-sent-back", "send-news-of-sending-back", "sending-back-closed");
    }

    @Test
    void not_sent_back_once_groups_are_chosen() {
        Journey journey = Journey.choosing(context);

        assertThatThrownBy(() -> sendBack(journey, SentBackReason.OTHER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("stop the referral");
        assertThatThrownBy(() -> sendBack(Journey.received(context), SentBackReason.TOO_YOUNG))
                .as("what triage finds is nobody's to choose")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_practice_may_refer_again_and_the_earlier_referral_is_linked() {
        Journey first = Journey.received(context);
        sendBack(first, SentBackReason.MORE_INFORMATION_NEEDED);
        Journey again = Journey.received(context, same(first), first.here());

        again.trace().isWaitingAt("make-contact");
        assertThat(again.stands().previous()).contains(first.referral());
        Journey elsewhere = Journey.received(context, same(first));
        assertThat(elsewhere.stands().previous())
                .as("another team learns nothing of it")
                .isEmpty();
    }

    @Test
    void the_same_name_and_birthday_with_another_nhs_number_is_no_earlier_referral() {
        Journey first = Journey.received(context);
        sendBack(first, SentBackReason.OTHER);
        ReferralMessage.Who other = Invented.referral().message().person();

        Journey again = Journey.received(
                context,
                who(same(first), other.nhsNumber(), "Wilhelmina", first(first).dateOfBirth()),
                first.here());
        assertThat(again.stands().previous()).isEmpty();
    }

    @Test
    void a_duplicate_is_joined() {
        Journey open = Journey.received(context);
        Journey again = Journey.received(context, same(open), open.here());
        again.trace().isWaitingAt("look-at-duplicate").hasNotPassed("make-contact");
        assertThat(again.task(again.referral().value(), "look-at-duplicate").due())
                .contains(again.days().endOfDayIn(1));
        again.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.JOIN, null));

        ended(again, Outcome.JOINED);
        open.trace().isWaitingAt("make-contact");
        assertThat(open.bean(Duplicates.class).joinedOnto(open.referral()))
                .extracting(joined -> joined.id())
                .containsExactly(again.referral());
        assertThat(view(again).standing()).isEqualTo("closed");
        assertThat(view(again).outcome()).contains(Outcome.JOINED);
        sendBack(open, SentBackReason.OTHER);
        assertThat(recipientsOfNews(open)).as("one practice hears once").hasSize(1);
    }

    @Test
    void a_duplicate_of_another_practice_is_joined_and_neither_notices() {
        Journey open = Journey.received(context).reached();
        Journey other = Journey.received(context, same(open));
        other.answer(
                "look-at-duplicate",
                new LookAtDuplicate(DuplicateAnswer.JOIN, open.referral().value()));

        ended(other, Outcome.JOINED);
        assertThat(view(other).standing()).isEqualTo("talking");
        assertThat(view(other).outcome()).isEmpty();
        assertThat(view(other).reference()).isEqualTo(other.stands().reference());
        assertThat(other.mails(open.referral().value()))
                .as("the first practice hears nothing of it")
                .doesNotContain("news");
        open.talked();
        open.answer("choose-groups", Answered.noSuitableGroup());
        assertThat(view(other).standing()).isEqualTo("closed");
        assertThat(view(other).outcome()).contains(Outcome.NO_SUITABLE_GROUP);
        assertThat(recipientsOfNews(open))
                .containsExactlyInAnyOrder(
                        open.here().practice().practice().value(),
                        other.here().practice().practice().value());
    }

    @Test
    void a_duplicate_is_kept_apart() {
        Journey open = Journey.received(context);
        Journey other = Journey.received(context, same(open));
        other.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.KEEP_APART, null));

        other.trace().isWaitingAt("make-contact");
        other.reached().trace().isWaitingAt("hold-conversation");
    }

    @Test
    void a_duplicate_is_refused_and_its_own_practice_hears_why() {
        Journey open = Journey.received(context);
        Journey again = Journey.received(context, same(open), open.here());
        again.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.REFUSE, null));

        sentBack(again, SentBackReason.ALREADY_IN_THE_SERVICE);
    }

    @Test
    void a_duplicate_of_another_practice_is_refused_and_nothing_is_revealed() {
        Journey open = Journey.received(context);
        Journey other = Journey.received(context, same(open));
        other.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.REFUSE, null));

        sentBack(other, SentBackReason.OTHER);
    }

    @Test
    void an_open_referral_of_another_team_is_for_the_lead() {
        Journey open = Journey.received(context);
        Journey other = Journey.received(context, same(open));
        Actor.SignedIn lead = appoint(other, other.here());
        LookAtDuplicate join = new LookAtDuplicate(DuplicateAnswer.JOIN, null);

        assertThatThrownBy(() -> other.answer("look-at-duplicate", join))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("lead decides");
        OpenTask task = other.task(other.referral().value(), "look-at-duplicate");
        assertThat(prefilled(task, other.linkWorker()).toString())
                .as("which team and whom to ask, and no more")
                .contains(open.here().team().name())
                .doesNotContain(
                        open.stands().reference().text(), open.here().practice().odsCode());
        other.bean(TaskPort.class).putBack(task.id(), other.linkWorker());
        other.joinedBy(lead);
        other.answer("look-at-duplicate", join);
        ended(other, Outcome.JOINED);
    }

    @Test
    void an_open_referral_of_the_same_team_is_for_anybody_there() {
        Journey open = Journey.received(context);
        Journey again = Journey.received(context, same(open), open.here());
        appoint(again, again.here());
        again.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.JOIN, null));
        ended(again, Outcome.JOINED);
    }

    @Test
    void a_lead_who_works_in_another_team_is_not_waited_for() {
        Journey open = Journey.received(context);
        Journey other = Journey.received(context, same(open));
        appoint(other, Neighbourhood.in(context));
        other.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.JOIN, null));
        ended(other, Outcome.JOINED);
    }

    private Actor.SignedIn appoint(Journey journey, Neighbourhood worksIn) {
        Actor.SignedIn lead = People.in(context)
                .inTeam(worksIn.team().id(), Role.LINK_WORKER, Role.TEAM_LEAD)
                .actor();
        context.getBean(Teams.class).appointLead(journey.here().team().id(), lead.account(), Actor.SYSTEM);
        return lead;
    }

    @Test
    void of_several_open_referrals_the_one_to_join_is_chosen() {
        Journey open = Journey.received(context);
        Journey apart = Journey.received(context, same(open));
        apart.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.KEEP_APART, null));
        Journey third = Journey.received(context, same(open));

        assertThatThrownBy(() -> third.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.JOIN, null)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("Choose the open referral");
        third.answer(
                "look-at-duplicate",
                new LookAtDuplicate(DuplicateAnswer.JOIN, apart.referral().value()));
        ended(third, Outcome.JOINED);
    }

    @Test
    void a_duplicate_that_ended_meanwhile_is_not_joined() {
        Journey open = Journey.received(context);
        Journey again = Journey.received(context, same(open), open.here());
        sendBack(open, SentBackReason.OTHER);

        assertThatThrownBy(() -> again.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.JOIN, null)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("ended meanwhile");
    }

    @Test
    void name_and_birthday_match_however_they_are_written() {
        Journey open = Journey.received(
                context,
                who(
                        Invented.referral(),
                        null,
                        "Zoë-Marie",
                        Invented.referral().message().person().dateOfBirth()));

        Journey.received(
                        context,
                        who(Invented.referral(), null, "ZOE MARIE", first(open).dateOfBirth()))
                .trace()
                .isWaitingAt("look-at-duplicate");
        Journey.received(
                        context,
                        who(
                                Invented.referral(),
                                null,
                                "ZOE MARIE",
                                Invented.referral().message().person().dateOfBirth()))
                .trace()
                .isWaitingAt("make-contact");
    }

    @Test
    void one_nhs_number_matches_whatever_the_name() {
        Journey open = Journey.received(context);
        Invented other = Invented.referral();

        Journey.received(
                        context,
                        who(
                                other,
                                first(open).nhsNumber(),
                                "Mina",
                                other.message().person().dateOfBirth()))
                .trace()
                .isWaitingAt("look-at-duplicate");
    }

    /** Whoever comes second waits for the first, and sees it. */
    @Test
    void two_practices_refer_the_same_person_at_the_same_moment() throws Exception {
        for (int round = 0; round < 3; round++) {
            Invented again = Invented.referral();
            List<ReferralId> both =
                    atOnce(same(again), same(again), Neighbourhood.in(context), Neighbourhood.in(context));

            TaskPort port = context.getBean(TaskPort.class);
            assertThat(both.stream()
                            .flatMap(id ->
                                    port.openTasksAbout(id.value()).stream().map(OpenTask::key)))
                    .containsExactlyInAnyOrder("make-contact", "look-at-duplicate");
        }
    }

    private List<ReferralId> atOnce(Invented one, Invented other, Neighbourhood here, Neighbourhood there)
            throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            Future<ReferralId> first = two.submit(() -> receive(start, one, here));
            Future<ReferralId> second = two.submit(() -> receive(start, other, there));
            return List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
        } finally {
            two.shutdownNow();
        }
    }

    private ReferralId receive(CyclicBarrier start, Invented invented, Neighbourhood from) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        Receipt receipt = context.getBean(InOneTransaction.class)
                .call(() -> context.getBean(Intake.class).receive(invented.message(), null, from.actor()));
        return receipt.referral();
    }

    private void sendBack(Journey journey, SentBackReason reason) {
        journey.bean(Referrals.class).sendBack(journey.referral(), new SendBack(reason), journey.linkWorker());
    }

    private static void sentBack(Journey journey, SentBackReason reason) {
        ended(journey, Outcome.SENT_BACK);
        PracticeView view = view(journey);
        assertThat(view.standing()).isEqualTo(view.feedback() ? "closed" : "sent-back");
        assertThat(view.sentBackFor()).contains(reason);
    }

    /** What a process passed that ended in the transaction in which it started. */
    private static List<String> passed(Journey journey) {
        return journey
                .bean(HistoryService.class)
                .createHistoricActivityInstanceQuery()
                .processInstanceId(journey.bean(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(journey.referral().toString())
                        .singleResult()
                        .getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private static void ended(Journey journey, Outcome outcome) {
        assertThat(journey.stands().outcome()).contains(outcome);
        assertThat(journey.mails(journey.referral().value()))
                .startsWith("received")
                .endsWith("news");
        journey.assertNothingIsLeft();
    }

    private static PracticeView view(Journey journey) {
        return journey.bean(PracticeReferrals.class)
                .viewOf(journey.stands().reference(), journey.here().practice().practice())
                .orElseThrow();
    }

    private static List<UUID> recipientsOfNews(Journey journey) {
        return journey.jdbc()
                .sql("select recipient_id from message where kind = 'news' and subject_id = :subject")
                .param("subject", journey.referral().value())
                .query(UUID.class)
                .list();
    }

    private Map<String, Object> prefilled(OpenTask task, Actor.SignedIn actor) {
        return context.getBean(TaskPort.class).prefill(task.id(), actor);
    }

    private static ReferralMessage.Who first(Journey journey) {
        return journey.invented().message().person();
    }

    /** Another message about the same person. */
    private static Invented same(Journey journey) {
        return same(journey.invented());
    }

    private static Invented same(Invented invented) {
        return Invented.referral().person(invented.message().person());
    }

    static Invented born(Invented invented, LocalDate born) {
        ReferralMessage.Who who = invented.message().person();
        return who(invented, who.nhsNumber(), "Wilhelmina", new BirthDate(born));
    }

    private static Invented who(Invented invented, NhsNumber number, String given, BirthDate born) {
        ReferralMessage.Who who = invented.message().person();
        return invented.person(new ReferralMessage.Who(
                number,
                number == null ? NhsNumberMissing.values()[0] : null,
                new PersonName(given),
                who.familyName(),
                who.calledName(),
                born,
                who.gender(),
                who.ethnicity(),
                who.address(),
                who.phone(),
                who.otherPhone(),
                who.mail(),
                who.language(),
                who.interpreter()));
    }
}
