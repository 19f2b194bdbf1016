package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Practices;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.engine.DueJobs;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo started again and again, in the one neighbourhood that there is: it takes nothing out of anybody's hands.
 * Its story is one, so this is one test.
 */
@CommonGroundTest
class DemoRestartTest {

    @Autowired
    private DemoNeighbourhood neighbourhood;

    @Autowired
    private DemoReferral story;

    @Autowired
    private DueJobs jobs;

    @Autowired
    private DataDirectory data;

    @Autowired
    private Practices practices;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Placements placements;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TaskPort port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_later_start_answers_nobodys_task() {
        cutShort();
        OpenTask waiting = onlyTask(referral().id().value(), "hold-conversation");
        Actor.SignedIn colleague = person("sandeep");
        port.claim(waiting.id(), colleague);
        start();
        assertThat(onlyTask(referral().id().value(), "hold-conversation").assignee())
                .as("what somebody has claimed stays theirs, and the demo starts all the same")
                .contains(colleague.account().toString());

        port.putBack(waiting.id(), colleague);
        start();
        Placement offered = onlyPlacement();
        assertThat(offered.state()).as("the story goes on where it stopped").isEqualTo(PlacementState.OFFERED);
        long events = events();
        start();
        assertThat(events()).as("events once the story is told").isEqualTo(events);

        OpenTask offer = onlyTask(offered.id().value(), "answer-offer");
        port.claim(offer.id(), person("gita"));
        port.submit(offer.id(), no(), person("gita"));
        jobs.runAll();
        onlyTask(referral().id().value(), "choose-groups");
        events = events();
        start();
        assertThat(events()).as("events after an organiser's no").isEqualTo(events);
        assertThat(onlyTask(referral().id().value(), "choose-groups").assignee())
                .as("a no is the link worker's to think about")
                .isEmpty();
        assertThat(placements.of(referral().id())).hasSize(1);
    }

    /** A first start that ended too soon: the first task is answered, and the next one waits. */
    private void cutShort() {
        neighbourhood.settle(new DemoPasswords(data.directory("demo")));
        story.tellNext();
        jobs.runAll();
    }

    private void start() {
        new Demo(neighbourhood, story, jobs, data).run(null);
    }

    private Referral referral() {
        UUID practice = practices
                .byOdsCode(DemoNeighbourhood.ODS_CODE)
                .orElseThrow()
                .id()
                .value();
        return referrals.find(new ReferralId(jdbc.sql("select id from referral where practice_id = :practice")
                .param("practice", practice)
                .query(UUID.class)
                .single()));
    }

    private Placement onlyPlacement() {
        List<Placement> all = placements.of(referral().id());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private OpenTask onlyTask(UUID subject, String key) {
        List<OpenTask> open = port.openTasksAbout(subject);
        assertThat(open).extracting(OpenTask::key).containsExactly(key);
        return open.get(0);
    }

    private long events() {
        return jdbc.sql("select count(*) from event where referral_id = :referral")
                .param("referral", referral().id().value())
                .query(Long.class)
                .single();
    }

    private Actor.SignedIn person(String username) {
        return accounts.actorOf(accounts.byUsername(username).orElseThrow().id());
    }

    private static Map<String, Object> no() {
        return Map.of(
                "support", "yes",
                "enoughPeople", false,
                "placeSuits", true,
                "answer", "declined",
                "declineReason", "no-capacity");
    }
}
