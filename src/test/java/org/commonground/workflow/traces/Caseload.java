package org.commonground.workflow.traces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.account.Teams;
import org.commonground.correspondence.MailId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.MailUndeliverable;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.MovableClock;
import org.commonground.referral.ReferralMessage;
import org.commonground.referral.Safety;
import org.commonground.referral.Way;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A neighbourhood at work: one team with its link workers, the groups around it, and referrals in every kind of wait, in
 * the shares a real list has. Each was really brought there: people claim and answer tasks through the port, with the
 * clock moved. For the benchmark, which needs many; nothing may run by itself meanwhile.
 */
public final class Caseload {

    /** 200 to 250 people a year for each of them, about a third of a year each. */
    private static final int LINK_WORKERS = 4;

    private static final int GROUPS = 8;

    private static final List<String> FAMILY_NAMES = List.of(
            "Testerton",
            "Sampleby",
            "Exampleton",
            "Mockridge",
            "Tryworth",
            "Inventley",
            "Dummer",
            "Fauxley",
            "Proofe",
            "Trialby",
            "Demoson",
            "Placeholt",
            "Benchley",
            "Specimer",
            "Drafton",
            "Pseudham",
            "Patterne",
            "Mouldley",
            "Sketchard",
            "Rehearsall",
            "Notreal",
            "Figmentson",
            "Makebelieve",
            "Standinne",
            "Supposeby");

    private final BeanFactory context;
    private final MovableClock clock;
    private final Neighbourhood here;
    private final List<Actor.SignedIn> linkWorkers = new ArrayList<>();
    private final List<Actor.SignedIn> others = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();
    private int referred;

    private Caseload(BeanFactory context) {
        this.context = context;
        this.clock = context.getBean(MovableClock.class);
        this.here = Neighbourhood.in(context);
        People people = People.in(context);
        for (int number = 0; number < LINK_WORKERS; number++) {
            linkWorkers.add(people.inTeam(here.team().id(), Role.LINK_WORKER).actor());
        }
        Actor.SignedIn lead = people.inTeam(here.team().id(), Role.LINK_WORKER, Role.TEAM_LEAD)
                .actor();
        context.getBean(Teams.class).appointLead(here.team().id(), lead.account(), Actor.SYSTEM);
        Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY, Role.ADMINISTRATOR)
                .forEach(role -> others.add(people.with(role).actor()));
        for (int number = 0; number < GROUPS; number++) {
            GroupId group = InventedGroup.singers().in(context);
            groups.add(group);
            others.add(people.organiserOf(group.value()).actor());
            others.add(people.organiserOf(group.value()).actor());
        }
    }

    /**
     * A state referrals are in.
     *
     * @param share how many of a hundred
     * @param days how long ago they were received: enough for what happens to them, and no more
     */
    private record State(int share, int days, Consumer<Journey> way) {}

    /** Makes a neighbourhood with so many referrals, about one in ten of them closed; the clock is at now afterwards. */
    public static Neighbourhood of(int referrals, BeanFactory context) {
        Caseload caseload = new Caseload(context);
        List<State> states = caseload.states();
        // every state once, then by their shares
        List<State> plan = new ArrayList<>(states);
        while (plan.size() < referrals) {
            states.forEach(state -> {
                for (int copy = 0; copy < state.share(); copy++) {
                    plan.add(state);
                }
            });
        }
        plan.subList(0, Math.max(states.size(), referrals)).forEach(caseload::bring);
        caseload.clock.moveTo(Instant.now());
        return caseload.here;
    }

    /**
     * What somebody posts in answer to a task, by field; every task of {@link #of} has one.
     *
     * @param group a group the person may go to, for {@code choose-groups}
     */
    public static Map<String, Object> answer(String task, GroupId group, LocalDate today) {
        return Submitted.of(
                switch (task) {
                    case "make-contact" -> Said.reached(today.plusDays(3));
                    case "await-reply" -> Answered.rangToDecline();
                    case "hold-conversation" -> Said.goAhead();
                    case "choose-groups" -> Placing.choice(group);
                    case "check-person-side" -> Placing.noRisk();
                    case "give-second-opinion" -> Answered.opinion(Verdict.GO_AHEAD);
                    case "answer-offer" -> Placing.yes();
                    case "phone-organiser" -> Answered.nobodyAnswersThePhone();
                    case "ask-person" -> Answered.personSaysYes(today.plusDays(7));
                    case "record-first-session" -> Answered.attended();
                    case "hold-follow-up" -> Answered.notReached();
                    case "review-concern" -> Answered.decided(Decision.NO_ACTION);
                    case "lift-pause" -> Answered.safeAgain();
                    case "mend-mail" -> Answered.toldOtherwise();
                    default -> throw new IllegalArgumentException("no answer to " + task);
                });
    }

    private List<State> states() {
        return List.of(
                new State(9, 1, journey -> {}),
                new State(3, 2, this::claimed),
                new State(9, 3, journey -> journey.neverReached(Way.CALL)),
                new State(2, 20, journey -> journey.neverReached(Way.CALL, Way.CALL, Way.MAIL)),
                new State(12, 8, Journey::reached),
                new State(3, 9, journey -> claimed(journey.reached())),
                new State(6, 10, journey -> journey.reached().talked()),
                new State(4, 10, this::chosen),
                new State(1, 10, this::doubted),
                new State(9, 12, this::offered),
                new State(2, 13, this::toBePhoned),
                new State(4, 12, this::accepted),
                new State(10, 12, this::agreed),
                new State(18, 20, this::followedUp),
                new State(4, 30, journey -> followedUp(journey).fireTimer("wait-for-follow-up")),
                new State(1, 5, Journey::raiseConcern),
                new State(1, 12, this::paused),
                new State(1, 5, this::undeliverable),
                new State(7, 5, journey -> journey.answer("make-contact", Said.doesNotWant())),
                new State(
                        3,
                        20,
                        journey -> journey.reached().talked().answer("choose-groups", Answered.noSuitableGroup())));
    }

    private void bring(State state) {
        clock.moveTo(Instant.now().minus(Duration.ofDays(state.days())));
        List<Actor.SignedIn> people = new ArrayList<>();
        people.add(linkWorkers.get(referred % linkWorkers.size()));
        people.addAll(others);
        state.way().accept(Journey.received(context, somebody(referred++), here, people));
    }

    private static Invented somebody(int number) {
        Invented invented =
                Invented.referral().contact(Safety.SAFE, Safety.UNSAFE, Safety.SAFE, Safety.SAFE, Safety.SAFE);
        ReferralMessage.Who who = invented.message().person();
        return invented.person(new ReferralMessage.Who(
                who.nhsNumber(),
                who.nhsNumberMissing(),
                who.givenName(),
                new PersonName(FAMILY_NAMES.get(number % FAMILY_NAMES.size())),
                who.calledName(),
                who.dateOfBirth(),
                who.gender(),
                who.ethnicity(),
                who.address(),
                who.phone(),
                who.otherPhone(),
                who.mail(),
                who.language(),
                who.interpreter()));
    }

    private void claimed(Journey journey) {
        TaskPort port = context.getBean(TaskPort.class);
        for (OpenTask task : port.openTasksAbout(journey.referral().value())) {
            port.claim(task.id(), journey.linkWorker());
        }
    }

    private PlacementId chosen(Journey journey) {
        return journey.reached()
                .talked()
                .choose(groups.get(referred % groups.size()))
                .get(0);
    }

    private void doubted(Journey journey) {
        journey.answer(chosen(journey), "check-person-side", Answered.unresolvedRisk());
    }

    private PlacementId offered(Journey journey) {
        PlacementId placement = chosen(journey);
        journey.answer(placement, "check-person-side", Placing.noRisk());
        return placement;
    }

    private void toBePhoned(Journey journey) {
        offered(journey);
        journey.fireTimer("phone-organiser-timer");
    }

    private void accepted(Journey journey) {
        journey.answer(offered(journey), "answer-offer", Placing.yes());
    }

    private void agreed(Journey journey) {
        journey.agree(offered(journey));
    }

    private Journey followedUp(Journey journey) {
        journey.attend(offered(journey));
        journey.executeJobs();
        return journey;
    }

    private void paused(Journey journey) {
        offered(journey);
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
    }

    /** As the outbox says it when every attempt is used up. */
    private void undeliverable(Journey journey) {
        JdbcClient jdbc = journey.jdbc();
        UUID referral = journey.referral().value();
        UUID mail = jdbc.sql("select id from outbox where subject_id = :referral and kind = 'received'")
                .param("referral", referral)
                .query(UUID.class)
                .single();
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(done -> {
            jdbc.sql("update outbox set state = 'failed', status = '550' where id = :mail")
                    .param("mail", mail)
                    .update();
            context.getBean(Events.class)
                    .publish(new MailUndeliverable(Ids.next(), new MailId(mail), referral, MailKind.RECEIVED, "550"));
        });
        journey.executeJobs();
    }
}
