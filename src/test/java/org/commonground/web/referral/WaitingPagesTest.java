package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.offer.Promises;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Waiting lists on the pages, as each role. */
@CommonGroundTest
class WaitingPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Placements placements;

    @Autowired
    Promises promises;

    @Autowired
    Choices choices;

    @Autowired
    Referrals referrals;

    private Placing placing;
    private People people;
    private GroupId group;
    private PlacementId waiting;
    private String reference;

    @BeforeEach
    void somebodyWaits() throws GroupFull {
        placing = Placing.in(context);
        people = People.in(context);
        group = InventedGroup.onePlace().in(context);
        waiting = somebodyWaitsFor(group);
        reference =
                referrals.find(placements.find(waiting).referral()).reference().text();
    }

    /** Somebody has its one place, and somebody else is on its list. */
    private PlacementId somebodyWaitsFor(GroupId full) throws GroupFull {
        placing.offered(placing.referral(), full);
        PlacementId waits = choices.choose(placing.referral(), Placing.waiting(full), placing.linkWorker())
                .get(0);
        placing.check(waits);
        try {
            promises.hold(waits);
        } catch (GroupFull expected) {
            assertThat(placements.find(waits).state()).isEqualTo(PlacementState.WAITING);
        }
        return waits;
    }

    @Test
    void the_team_sees_the_position_and_takes_somebody_off_with_a_reason() {
        Visitor linkWorker = linkWorker();
        assertThat(linkWorker.open("/referrals/" + reference).body())
                .contains("/other-groups", "Ask whether they stay on the waiting list")
                .doesNotContain("No date is set");
        assertThat(linkWorker.open("/referrals/" + reference + "/other-groups").body())
                .contains("Number 1 of 1", "waiting for a place", "Take off the list");
        String leave = "/referrals/" + reference + "/waiting/" + waiting;
        assertThat(linkWorker.open(leave).body()).contains("Why do they wait no longer?");

        HttpResponse<String> missing = linkWorker.submit(leave, "reason", "");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("Choose the reason", "href=\"#reason\"");
        assertThat(linkWorker.submit(leave, "reason", "other").body()).contains("Say what the other reason is");

        linkWorker.submit(leave, "reason", "too-long");
        assertThat(placements.find(waiting).state()).isEqualTo(PlacementState.ENDED);
        assertThat(linkWorker.submit(leave, "reason", "too-long").body()).contains("changed meanwhile");
        assertThat(linkWorker.open("/referrals/" + reference + "/other-groups").body())
                .contains("The person is on no waiting list");
    }

    @Test
    void a_list_that_two_neighbourhoods_share_says_of_the_others_people_that_they_are_from_elsewhere()
            throws Exception {
        Neighbourhood there = Neighbourhood.elsewhere(context);
        NeighbourhoodId elsewhere = there.team().neighbourhood();
        GroupId shared =
                InventedGroup.onePlace().at(elsewhere, Here.in(context)).in(context);
        somebodyWaitsFor(shared);

        String page = "/groups/" + shared + "/waiting-list";
        Visitor theirs = signedIn(people.inTeam(there.team().id(), Role.LINK_WORKER));
        assertThat(theirs.open(page).body())
                .contains("1 person waits", "Somebody from elsewhere")
                .doesNotContain("Somebody of another team");
        assertThat(theirs.open("/groups/" + group + "/waiting-list").statusCode())
                .as("a group that takes nobody from there")
                .isEqualTo(404);
    }

    @Test
    void the_list_of_a_group_shows_the_teams_people_and_to_its_organiser_a_count() {
        String page = "/groups/" + group + "/waiting-list";
        assertThat(linkWorker().open(page).body()).contains("1 person waits", reference);
        assertThat(signedIn(people.inTeam(Placing.in(context).here().team().id(), Role.LINK_WORKER))
                        .open(page)
                        .body())
                .contains("Somebody of another team")
                .doesNotContain(reference);
        assertThat(signedIn(people.organiserOf(group.value())).open(page).body())
                .contains("1 person waits")
                .doesNotContain(reference, "Somebody of another team");
        assertThat(signedIn(people.organiserOf(GroupId.next().value()))
                        .open(page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn(people.with(Role.MANAGER)).open(page).statusCode()).isEqualTo(404);
    }

    @Test
    void an_organiser_finds_the_count_from_everywhere_and_nobody_else_the_page() {
        Visitor organiser = signedIn(people.organiserOf(group.value()));
        assertThat(organiser.get("/tasks/links").body()).contains("/groups");
        assertThat(organiser.open("/groups").body())
                .contains("1 person waits", "/groups/" + group + "/waiting-list")
                .doesNotContain(reference);
        assertThat(linkWorker().open("/groups").statusCode()).isEqualTo(404);
    }

    @Test
    void others_do_not_come_in() {
        Visitor organiser = signedIn(people.organiserOf(group.value()));
        for (String page : new String[] {"/other-groups", "/waiting/" + waiting}) {
            assertThat(organiser.open("/referrals/" + reference + page).statusCode())
                    .isEqualTo(404);
        }
        assertThat(linkWorker()
                        .open("/referrals/" + reference + "/waiting/" + PlacementId.next())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void other_groups_are_asked_for() {
        Visitor linkWorker = linkWorker();
        HttpResponse<String> asked = linkWorker.submit("/referrals/" + reference + "/other-groups");
        assertThat(linkWorker.open(linkWorker.next(asked)).body()).contains("The task is open");
    }

    private Visitor linkWorker() {
        return signedIn(people.inTeam(placing.here().team().id(), Role.LINK_WORKER));
    }

    private Visitor signedIn(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }
}
