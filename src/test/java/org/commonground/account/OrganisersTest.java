package org.commonground.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who decides for a group, with an account or without. */
@CommonGroundTest
class OrganisersTest {

    private static final Phone PHONE = Phone.of("01632 960011");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Organisers organisers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Signers signers;

    @Autowired
    private JdbcClient jdbc;

    private final UUID group = UUID.randomUUID();

    @Test
    void somebody_decides_without_ever_signing_in() {
        assertThat(organisers.add(group, keep(null, "Ola Garden", null, PHONE), Actor.SYSTEM))
                .isEmpty();

        Organiser ola = only();
        assertThat(ola.name().text()).isEqualTo("Ola Garden");
        assertThat(ola.phone()).isEqualTo(PHONE);
        assertThat(ola.mail()).isNull();
        assertThat(ola.account()).isEmpty();
        assertThat(ola.groups()).containsExactly(group);
        assertThat(ola.toString()).doesNotContain("Ola", "01632");
        assertThat(signers.name(new Signature(Signature.Kind.ORGANISER, ola.id().value())))
                .contains(ola.name());
    }

    @Test
    void whoever_has_an_account_is_known_by_it_alone() {
        IssuedPassword issued = organisers
                .add(group, keep(username(), "Ola Garden", "ola@group.example", PHONE), Actor.SYSTEM)
                .orElseThrow();

        Account account = accounts.find(issued.account()).orElseThrow();
        assertThat(account.groups()).containsExactly(group);
        assertThat(account.roles()).containsExactly(Role.ORGANISER);
        assertThat(only().account()).contains(account.id());
        assertThat(only().name()).isEqualTo(account.displayName());
        assertThat(only().mail()).isEqualTo(account.mail());
        assertThat(only().phone()).isEqualTo(PHONE);
        assertThat(jdbc.sql("select name is null and mail is null from organiser where id = ?")
                        .param(only().id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();

        organisers.change(only().id(), keep(null, "Ola Meadow", "meadow@group.example", null), Actor.SYSTEM);
        assertThat(accounts.find(account.id()).orElseThrow().displayName().text())
                .isEqualTo("Ola Meadow");
        assertThat(only().mail()).isEqualTo(new MailAddress("meadow@group.example"));
        assertThat(only().phone()).isNull();
    }

    @Test
    void an_account_may_come_later() {
        organisers.add(group, keep(null, "Ola Garden", "ola@group.example", PHONE), Actor.SYSTEM);
        OrganiserId id = only().id();
        organisers.change(id, keep(null, "Ola Meadow", "ola@group.example", PHONE), Actor.SYSTEM);
        IssuedPassword issued = organisers
                .change(id, keep(username(), "Ola Meadow", "ola@group.example", PHONE), Actor.SYSTEM)
                .orElseThrow();

        assertThat(only().id()).isEqualTo(id);
        assertThat(only().account()).contains(issued.account());
        assertThat(accounts.find(issued.account()).orElseThrow().groups()).containsExactly(group);
        assertThat(accounts.find(issued.account()).orElseThrow().displayName().text())
                .isEqualTo("Ola Meadow");
        assertThat(events(id)).containsExactly("joined", "changed", "signs-in");
    }

    @Test
    void whoever_is_sent_twice_is_there_once_also_at_the_same_moment() throws Exception {
        KeepOrganiser ola = keep(null, "Ola Garden", null, PHONE);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> add = () -> {
                try {
                    organisers.add(group, ola, Actor.SYSTEM);
                    return true;
                } catch (Refusal there) {
                    return false;
                }
            };
            List<Boolean> added = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(List.of(add, add))) {
                added.add(one.get());
            }
            assertThat(added).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThatThrownBy(() -> organisers.add(group, keep(null, "ola garden", null, PHONE), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("name"));
        OrganiserId id = only().id();

        assertThat(organisers.add(group, keep(username(), "Ola Garden", null, PHONE), Actor.SYSTEM))
                .as("now they sign in")
                .isPresent();
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().account()).isPresent();
    }

    @Test
    void they_can_be_reached_or_are_not_taken() {
        assertThatThrownBy(() -> organisers.add(group, keep(null, "Ola Garden", null, null), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("mail"));
        assertThatThrownBy(() -> organisers.add(group, new KeepOrganiser("!", null, null, PHONE), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("name", "username"));
        assertThat(organisers.of(group)).isEmpty();
    }

    @Test
    void a_group_has_organisers_of_whom_one_always_stays() {
        IssuedPassword first = organisers
                .add(group, keep(username(), "Ola Garden", null, PHONE), Actor.SYSTEM)
                .orElseThrow();
        OrganiserId firstOrganiser = only().id();
        assertThatThrownBy(() -> organisers.leave(group, firstOrganiser, Actor.SYSTEM))
                .hasMessageContaining("Add another organiser first");
        People.Person worker = People.in(context).with(Role.MANAGER);
        organisers.join(group, worker.id(), Actor.SYSTEM);
        organisers.leave(group, firstOrganiser, Actor.SYSTEM);
        assertThat(accounts.find(first.account()).orElseThrow().active())
                .as("whoever was nothing else")
                .isFalse();

        OrganiserId second = only().id();
        organisers.add(group, keep(null, "Uma Meadow", null, PHONE), Actor.SYSTEM);
        organisers.leave(group, second, Actor.SYSTEM);
        assertThat(accounts.find(worker.id()).orElseThrow().roles()).containsExactly(Role.MANAGER);
        assertThat(accounts.find(worker.id()).orElseThrow().active())
                .as("whoever is something else too")
                .isTrue();
        assertThat(only().name().text()).isEqualTo("Uma Meadow");
        assertThat(organisers.counts(List.of(group))).containsEntry(group, 1L);
    }

    @Test
    void whoever_has_a_closed_account_decides_for_nothing() {
        organisers.add(group, keep(null, "Uma Meadow", null, PHONE), Actor.SYSTEM);
        People.Person closed = People.in(context).organiserOf(group);
        assertThat(organisers.of(group)).hasSize(2);
        accounts.close(closed.id(), Actor.SYSTEM);
        assertThat(only().name().text()).isEqualTo("Uma Meadow");
        assertThat(organisers.counts(List.of(group))).containsEntry(group, 1L);
    }

    @Test
    void a_link_narrows_an_organiser_to_one_matter_of_their_group() {
        organisers.add(group, keep(null, "Ola Garden", null, PHONE), Actor.SYSTEM);
        Matter matter = new Matter("answer-offer", UUID.randomUUID());

        Actor.LinkHolder holder = only().holding(matter, group);
        assertThat(holder.signature())
                .isEqualTo(new Signature(Signature.Kind.ORGANISER, only().id().value()));
        assertThat(holder.ownAccount()).isEqualTo(Optional.empty());
        assertThat(holder.role()).isEqualTo("organiser");
        assertThat(holder.groups()).isEqualTo(Set.of(group));
        assertThatThrownBy(() -> only().holding(matter, UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Organiser only() {
        List<Organiser> all = organisers.of(group);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<String> events(OrganiserId id) {
        return jdbc.sql("select reason from event where subject_id = ? and kind = 'organiser-changed' order by at, id")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private static String username() {
        return "ola-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static KeepOrganiser keep(String username, String name, String mail, Phone phone) {
        return new KeepOrganiser(username, new PersonName(name), MailAddress.of(mail), phone);
    }
}
