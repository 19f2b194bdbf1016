package org.commonground.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is safeguarding lead, clinical supervisor or manager of a neighbourhood, and was. */
@CommonGroundTest
class PostsTest {

    @Autowired
    private BeanFactory context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_post_is_held_in_one_neighbourhood_and_not_in_another() {
        Post here = new Post(Role.SAFEGUARDING_LEAD, Here.elsewhere(context));
        Post there = new Post(Role.SAFEGUARDING_LEAD, Here.elsewhere(context));
        Account lead = People.at(here.neighbourhood(), context)
                .with(Role.SAFEGUARDING_LEAD)
                .account();

        assertThat(lead.has(Role.SAFEGUARDING_LEAD)).isTrue();
        assertThat(lead.holds(here)).isTrue();
        assertThat(lead.holds(there)).isFalse();
        assertThat(accounts.holding(here)).containsExactly(lead);
        assertThat(accounts.holding(there)).isEmpty();
        assertThat(lead.asActor().holds(here)).isTrue();
    }

    @Test
    void what_was_held_stays_on_record_and_is_held_again_as_another_row() {
        Post post = new Post(Role.CLINICAL_DEPUTY, Here.elsewhere(context));
        Account deputy = People.at(post.neighbourhood(), context)
                .with(Role.CLINICAL_DEPUTY, Role.ADMINISTRATOR)
                .account();
        keep(deputy, Set.of());
        assertThat(accounts.find(deputy.id()).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(accounts.holding(post)).isEmpty();
        keep(deputy, Set.of(post));
        keep(deputy, Set.of(post));
        assertThat(ended(deputy)).containsExactly(true, false);

        accounts.close(deputy.id(), Actor.SYSTEM);
        assertThat(ended(deputy)).containsExactly(true, true);
        assertThat(accounts.holding(post)).isEmpty();
    }

    @Test
    void a_post_without_a_neighbourhood_is_refused() {
        NewAccount account =
                NewAccount.of("post-less", "long enough to do", "Somebody", "a@staff.example", Role.SAFEGUARDING_LEAD);
        assertThatThrownBy(() -> accounts.create(account, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("ofRolesWithoutPosts"));
        assertThatThrownBy(() -> new Post(Role.ADMINISTRATOR, NeighbourhoodId.next()))
                .isInstanceOf(IllegalArgumentException.class);
        for (Role post : List.of(Role.SAFEGUARDING_LEAD, Role.MANAGER)) {
            assertThatThrownBy(() -> accounts.withRole(post)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void keep(Account account, Set<Post> posts) {
        accounts.keep(
                account.id(),
                account.displayName(),
                Set.of(Role.ADMINISTRATOR),
                posts,
                Set.of(),
                account.mail(),
                Actor.SYSTEM);
    }

    private List<Boolean> ended(Account account) {
        return jdbc.sql("select until is not null from account_post where account_id = :id order by id")
                .param("id", account.id().value())
                .query(Boolean.class)
                .list();
    }
}
