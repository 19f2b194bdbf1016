package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.Suggesting;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
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

/** Proposing another group between two choices, over HTTP. */
@CommonGroundTest
class ProposalPageTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    Choices choices;

    @Autowired
    Suggesting suggesting;

    private Placing placing;
    private ReferralId id;
    private String page;
    private Visitor visitor;
    private GroupId group;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        id = placing.referral();
        page = "/referrals/" + referrals.find(id).reference();
        group = InventedGroup.singers().in(context);
        visitor = new Visitor(port);
        visitor.signIn(People.in(context).inTeam(placing.here().team().id(), Role.LINK_WORKER));
    }

    @Test
    void before_the_conversation_it_is_remembered_and_said_when_groups_are_chosen() {
        assertThat(visitor.open(page + "/group").body()).contains("Groups are chosen after the conversation");

        assertThat(visitor.next(visitor.submit(page + "/group", "group", group.toString())))
                .isEqualTo(page);

        assertThat(suggesting.wantedNext(id)).containsExactly(group);
        assertThat(visitor.open(page).body())
                .contains("The person would like to try "
                        + escaped(context.getBean(Groups.class).get(group).name()))
                .doesNotContain("Other groups are wanted");
    }

    @Test
    void once_groups_are_chosen_it_stands_first_and_asks_for_a_choice() {
        GroupId other = InventedGroup.singers().in(context);
        visitor.submit(page + "/group", "group", other.toString());
        referrals.stands(id, Standing.CHOOSING);

        assertThat(visitor.open(page + "/group").body()).contains("It stands first in the task Choose groups");
        visitor.submit(page + "/group", "group", group.toString());

        assertThat(suggesting.wantedNext(id)).containsExactly(group, other);
        assertThat(visitor.open(page).body()).contains("Other groups are wanted");
    }

    @Test
    void a_group_that_is_none_is_refused_and_an_ended_referral_has_no_such_page() {
        for (String wrong : new String[] {"", "nonsense", UUID.randomUUID().toString()}) {
            HttpResponse<String> answer = visitor.submit(page + "/group", "group", wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("href=\"#group\"");
        }
        String token = visitor.tokenOn(page + "/group");
        referrals.close(id, Outcome.WITHDRAWN, Actor.SYSTEM);
        assertThat(visitor.next(visitor.open(page + "/group"))).isEqualTo(page);
        assertThat(token).isNotEmpty();
        assertThat(visitor.open(page).body()).doesNotContain(page + "/group\"");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }
}
