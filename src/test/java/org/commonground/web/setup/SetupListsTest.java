package org.commonground.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountIndex;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.NewAccount;
import org.commonground.account.Organiser;
import org.commonground.account.OrganiserIndex;
import org.commonground.account.Organisers;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.platform.personal.BlindIndex;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Set-up's lists come in pages, and are looked through by username, by what is no secret, and by whole words of names. */
@CommonGroundTest
class SetupListsTest {

    private static final String NOTHING = "Nothing found";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisers organisers;

    @Autowired
    AccountIndex accountIndex;

    @Autowired
    OrganiserIndex organiserIndex;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = new Visitor(port);
        administrator.signIn(People.in(context).with(Role.ADMINISTRATOR));
    }

    @Test
    void a_member_of_staff_is_found_by_each_word_of_their_name_however_it_is_written() {
        String own = "q" + mark;
        staff("kim-" + mark, "Zoë" + own + " Anne" + own + "-Marie" + own + " O’Brien" + own);
        for (String words : List.of(
                "zoe" + own,
                "ZOË" + own,
                "  Zoe\u0308" + own + "  ",
                "anne" + own,
                "marie" + own,
                "anne" + own + "marie" + own,
                "Anne" + own + "-Marie" + own,
                "obrien" + own,
                "O'Brien" + own,
                "brien" + own,
                "o'brien" + own + ", zoë" + own)) {
            assertThat(found("staff", words)).as(words).contains("1 found", "kim-" + mark);
        }
        for (String words : List.of("zo", "zoe" + own.substring(0, 5), "zoe" + own + " smith", "'", "%", "_" + mark)) {
            assertThat(found("staff", words)).as(words).doesNotContain("kim-" + mark);
        }
        assertThat(found("staff", "KIM-" + mark.substring(0, 6)))
                .as("part of a username")
                .contains("kim-" + mark);
        assertThat(found("organisers", "zoe" + own)).contains(NOTHING);
    }

    @Test
    void a_name_that_is_changed_is_found_by_its_new_words_alone() {
        Account kim = staff("kim-" + mark, "Before" + mark + " Example");
        accounts.keep(
                kim.id(), new PersonName("After" + mark), kim.roles(), kim.posts(), kim.teams(), null, Actor.SYSTEM);
        assertThat(found("staff", "before" + mark)).contains(NOTHING);
        assertThat(found("staff", "after" + mark)).contains("1 found", "After" + mark);

        accounts.close(kim.id(), Actor.SYSTEM);
        assertThat(found("staff", "after" + mark)).as("who has left").contains(NOTHING);
        assertThat(found("staff", "kim-" + mark)).contains(NOTHING);
    }

    @Test
    void an_organiser_is_found_with_an_account_and_without() {
        UUID group = InventedGroup.singers().in(context).value();
        organiser(group, null, "Ola" + mark + " Garden");
        assertThat(found("organisers", "ola" + mark)).contains("1 found", "Never signs in", "/setup/groups/" + group);
        Organiser ola = organisers.of(group).get(0);
        String page = "/setup/groups/" + group + "/organisers/" + ola.id();
        assertThat(found("organisers", "ola" + mark)).contains(page);
        assertThat(administrator.open(page).statusCode()).isEqualTo(200);

        organisers.change(ola.id(), keep(null, "Uma" + mark), Actor.SYSTEM);
        assertThat(found("organisers", "ola" + mark)).contains(NOTHING);
        organisers.change(ola.id(), keep("uma-" + mark, "Uma" + mark), Actor.SYSTEM);
        assertThat(found("organisers", "uma" + mark)).contains("1 found", "uma-" + mark);
        assertThat(found("organisers", "UMA-" + mark)).contains("1 found");
        organisers.change(ola.id(), keep(null, "Ida" + mark), Actor.SYSTEM);
        assertThat(found("organisers", "uma" + mark)).contains(NOTHING);
        assertThat(found("organisers", "ida" + mark)).contains("1 found");
        assertThat(found("staff", "ida" + mark)).contains(NOTHING);

        organiser(group, null, "Another" + mark);
        organisers.leave(group, ola.id(), Actor.SYSTEM);
        assertThat(found("organisers", "ida" + mark)).contains(NOTHING);
    }

    @Test
    void what_is_no_secret_is_found_by_any_part_of_it() {
        Neighbourhood here = Neighbourhood.in(context);
        GroupId group = InventedGroup.singers().in(context);
        jdbc.sql("update community_group set name = :name where id = :id")
                .param("name", "Singing 50% " + mark)
                .param("id", group.value())
                .update();
        jdbc.sql("update practice set name = :name where id = :id")
                .param("name", "Surgery " + mark)
                .param("id", here.practice().practice().value())
                .update();
        jdbc.sql("update team set name = :name where id = :id")
                .param("name", "Team " + mark)
                .param("id", here.team().id().value())
                .update();
        assertThat(found("groups", "50% " + mark)).contains("1 found", "Singing 50% " + mark);
        assertThat(found("groups", "5%" + mark)).as("no pattern").contains(NOTHING);
        assertThat(found("practices", "surgery " + mark)).contains("1 found");
        assertThat(found("practices", here.practice().odsCode().toLowerCase())).contains("Surgery " + mark);
        assertThat(found("teams", "EAM " + mark)).contains("1 found");
        String name =
                context.getBean(Neighbourhoods.class).get(Here.in(context)).name();
        assertThat(found("neighbourhoods", name.substring(1))).contains(name);
    }

    @Test
    void a_long_list_comes_in_pages() {
        IntStream.range(0, 27).forEach(number -> staff("p%02d-%s".formatted(number, mark), "Somebody"));
        String first = found("staff", mark);
        assertThat(names(first)).hasSize(25);
        assertThat(first)
                .contains(
                        "27 found", "1 to 25 of 27", "(page 1 of 2)", "p00-" + mark, "Next<", "value=\"" + mark + "\"")
                .doesNotContain("p25-" + mark, "Previous<");
        for (String page : List.of("2", "3", "99999", "2147483647")) {
            String last = found("staff", mark, page);
            assertThat(names(last)).as(page).hasSize(2);
            assertThat(last)
                    .as(page)
                    .contains("26 to 27 of 27", "p26-" + mark, "Previous<")
                    .doesNotContain("Next<");
        }
        for (String page : List.of("0", "-1", "one", "99999999999999999999", "")) {
            assertThat(found("staff", mark, page)).as(page).contains("1 to 25 of 27");
        }
        String all = administrator.open("/setup/staff").body();
        assertThat(names(all)).hasSize(25);
        assertThat(all).contains("href=\"/setup/staff?page=2\"").doesNotContain("href=\"/setup/staff?page=0\"");
        assertThat(names(administrator.open("/setup/staff?page=2").body()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(names(all));
        assertThat(administrator.open("/setup/staff?page=2000000").statusCode()).isEqualTo(200);
    }

    /** What is looked for may be a name: it is sent, and stands in no address. */
    @Test
    void an_address_narrows_nothing() {
        staff("kim-" + mark, "Kim Example");
        assertThat(administrator.open("/setup/staff?words=" + mark + "nobody").body())
                .doesNotContain(NOTHING, mark + "nobody");
        assertThat(found("staff", mark)).doesNotContain("?words", "words=" + mark);
    }

    @Test
    void whatever_is_typed_is_answered() {
        assertThat(found("staff", "  ")).as("nothing").doesNotContain(NOTHING, " found<");
        for (String list : List.of("staff", "organisers", "groups", "teams", "practices", "neighbourhoods")) {
            var answer = administrator.submit("/setup/" + list, "words", "x".repeat(10_000));
            assertThat(answer.statusCode()).as(list).isEqualTo(400);
            assertThat(answer.body())
                    .as(list)
                    .contains("Type at most 200 characters", "There is a problem", "<title>Error: ", "href=\"#words\"")
                    .contains("Show all");
            String odd = found(list, "<b>\"'\\%_\u0000\u0007" + mark);
            assertThat(odd).as(list).contains(NOTHING).doesNotContain("<b>", "Exception");
        }
    }

    @Test
    void with_a_new_secret_all_are_found_again() {
        Account kim = staff("kim-" + mark, "Kim" + mark);
        UUID group = InventedGroup.singers().in(context).value();
        organiser(group, null, "Ola" + mark);
        UUID ola = organisers.of(group).get(0).id().value();
        byte[] other = new BlindIndex("another secret").fingerprint();
        Stream.of("account", "organiser").forEach(table -> {
            UUID id = table.equals("account") ? kim.id().value() : ola;
            jdbc.sql("update %1$s_name set digest = sha256(digest) where %1$s_id = :id".formatted(table))
                    .param("id", id)
                    .update();
            jdbc.sql("update %s set indexed_with = :other where id = :id".formatted(table))
                    .param("other", other)
                    .param("id", id)
                    .update();
        });
        assertThat(found("staff", "kim" + mark)).contains(NOTHING);
        assertThat(found("organisers", "ola" + mark)).contains(NOTHING);

        assertThat(accountIndex.writeMissing(1_000)).isPositive();
        assertThat(organiserIndex.writeMissing(1_000)).isPositive();
        assertThat(accountIndex.writeMissing(1_000)).isZero();
        assertThat(organiserIndex.writeMissing(1_000)).isZero();
        assertThat(found("staff", "kim" + mark)).contains("1 found");
        assertThat(found("organisers", "ola" + mark)).contains("1 found");
    }

    private Account staff(String username, String name) {
        return accounts.create(
                new NewAccount(
                        username,
                        People.PASSWORD,
                        new PersonName(name),
                        null,
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                Actor.SYSTEM);
    }

    private void organiser(UUID group, String username, String name) {
        organisers.add(group, keep(username, name), Actor.SYSTEM);
    }

    private static KeepOrganiser keep(String username, String name) {
        return new KeepOrganiser(
                username,
                new PersonName(name),
                username == null ? null : new MailAddress("ola@group.example"),
                Phone.of("01632 960011"));
    }

    private static List<String> names(String page) {
        return Pattern.compile("cg-list__name\" href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String found(String list, String words, String... page) {
        String path = "/setup/" + list;
        var answer = page.length == 0
                ? administrator.submit(path, "words", words)
                : administrator.submit(path, "words", words, "page", page[0]);
        assertThat(answer.statusCode()).as(list + " " + words).isEqualTo(200);
        return answer.body();
    }
}
