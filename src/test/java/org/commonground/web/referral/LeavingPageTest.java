package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recording on a referral's page that the person has left a group, over HTTP. */
@CommonGroundTest
class LeavingPageTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Placements placements;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private ReferralId id;
    private String page;
    private GroupId group;
    private PlacementId placement;
    private Visitor linkWorker;

    @BeforeEach
    void somebodyGoesToAGroup() throws Exception {
        placing = Placing.in(context);
        id = placing.referral();
        page = "/referrals/" + context.getBean(Referrals.class).find(id).reference() + "/leaving";
        group = InventedGroup.singers().in(context);
        placement = attended(group);
        linkWorker = as(People.in(context).inTeam(placing.here().team().id(), Role.LINK_WORKER));
    }

    @Test
    void a_link_worker_records_that_they_left_and_the_place_is_free() {
        assertThat(linkWorker.open(page).body()).contains(name(group), "Why did they leave?");

        HttpResponse<String> sent = linkWorker.submit(page, "because", "did-not-suit", "note", "Too <b>loud</b>");
        assertThat(linkWorker.next(sent)).isEqualTo(page + "/recorded");
        assertThat(linkWorker.open(page + "/recorded").statusCode()).isEqualTo(200);
        assertThat(placements.find(placement).isAttending()).isFalse();
        assertThat(place()).isEqualTo("given-back");
        assertThat(jdbc.sql("select reason from event where referral_id = :id and kind = 'person-left'")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("did-not-suit");
        assertThat(linkWorker.open(page).body()).contains("They go to no group at present");
    }

    @Test
    void what_is_wrong_is_said_by_field_and_what_was_typed_stays() {
        HttpResponse<String> empty = linkWorker.submit(page, "note", "Too <b>loud</b>");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body())
                .contains("Choose why they left", "href=\"#because\"", "Too &lt;b&gt;loud&lt;/b&gt;")
                .doesNotContain("<b>loud");
        assertThat(linkWorker.submit(page, "because", "other").body()).contains("Say what the other reason is");
        assertThat(linkWorker.submit(page, "because", "no such reason").body()).contains("Choose why they left");
        HttpResponse<String> much = linkWorker.submit(page, "because", "unwell", "note", "x".repeat(2001));
        assertThat(much.body()).contains("The note must be 2,000 characters or less");
        assertThat(placements.find(placement).isAttending()).isTrue();
        assertThat(place()).isEqualTo("taken");
    }

    @Test
    void of_two_groups_one_is_chosen_and_an_organiser_records_their_own_alone() throws Exception {
        GroupId other = InventedGroup.singers().in(context);
        PlacementId there = attended(other);
        assertThat(linkWorker.open(page).body()).contains(name(group), name(other), "Which group did they leave?");
        assertThat(linkWorker.submit(page, "because", "unwell").body()).contains("Choose which group they left");

        Visitor organiser = as(People.in(context).organiserOf(group.value()));
        assertThat(organiser.open(page).body()).contains(name(group)).doesNotContain(name(other), "Wilhelmina");
        organiser.submit(page, "because", "unwell", "placement", there.toString());
        assertThat(placements.find(there).isAttending()).as("the other group's").isTrue();
        assertThat(placements.find(placement).isAttending()).as("their own").isFalse();
    }

    @Test
    void nobody_else_has_the_page() {
        People people = People.in(context);
        for (People.Person stranger : new People.Person[] {
            people.organiserOf(InventedGroup.singers().in(context).value()),
            people.with(Role.MANAGER),
            people.inTeam(Placing.in(context).here().team().id(), Role.LINK_WORKER)
        }) {
            Visitor visitor = as(stranger);
            assertThat(visitor.open(page).statusCode()).isEqualTo(404);
            assertThat(visitor.open(page + "/recorded").statusCode()).isEqualTo(404);
        }
    }

    private Visitor as(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }

    private PlacementId attended(GroupId where) throws Exception {
        PlacementId agreed = placing.agreed(id, where);
        context.getBean(InOneTransaction.class)
                .run(() -> context.getBean(FirstSessions.class)
                        .record(agreed, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker()));
        return agreed;
    }

    private String name(GroupId which) {
        return context.getBean(Groups.class).get(which).name();
    }

    private String place() {
        return jdbc.sql("select state from place where placement_id = :placement")
                .param("placement", placement.value())
                .query(String.class)
                .single();
    }
}
