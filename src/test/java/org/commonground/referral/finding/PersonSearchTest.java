package org.commonground.referral.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.PersonIndex;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.BlindIndex;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding people by what somebody knows of them, without opening what is sealed. */
@CommonGroundTest
class PersonSearchTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Referrals referrals;

    @Autowired
    Intake intake;

    @Autowired
    PersonSearch search;

    @Autowired
    PersonIndex index;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood here;
    private Actor.SignedIn linkWorker;
    private ReferralId referral;

    @BeforeEach
    void somebodyIsReferred() {
        here = Neighbourhood.in(context);
        linkWorker =
                People.in(context).inTeam(here.team().id(), Role.LINK_WORKER).actor();
        referral = refer("Zoë Maria", "O'Brien-Łukasz", "1949-02-03", "+44 1632 960 201", "999 000 0042");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obrien",
                "O’Brien",
                "o brien",
                "LUKASZ zoe",
                "o'brien-łukasz",
                "OBRIENLUKASZ",
                "maria 3/2/1949",
                "3.2.1949",
                "1949-02-03",
                "01632 960201",
                "0044 1632 960201",
                "999 000 0042",
                "9990000042 zoe",
                "billie",
            })
    void findsByWhatSomebodyTyped(String typed) {
        assertThat(found(Search.of(typed))).containsExactly(referral);
    }

    @Test
    void findsByTheReferenceHoweverItIsTyped() {
        String reference = referrals.find(referral).reference().text();

        assertThat(found(Search.of(reference.toLowerCase()))).containsExactly(referral);
        assertThat(found(Search.of(reference.replace("-", " ")))).containsExactly(referral);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Zoe Smith", "maria 4/2/1949", "brie", "01632 960202", "999 000 0018", "?", "31/2/1949 zoe"})
    void findsNobodyWhoIsNotMeantOrOnlyHalf(String typed) {
        assertThat(found(Search.of(typed))).isEmpty();
    }

    @Test
    void showsOpenOnesFirstThenTheNewest() {
        ReferralId newer = refer("Zoë", "Obrien", "1950-01-01", "01632 960203", "999 000 0026");
        referrals.close(newer, Outcome.DECLINED, Actor.SYSTEM);
        ReferralId newest = refer("Zoë", "Obrien", "1950-01-01", "01632 960203", "999 000 0026");

        assertThat(found(new Search(new PersonName("zoe"), null, null, null, null)))
                .containsExactly(newest, referral, newer);
        assertThat(search.find(Search.of("zoe"), linkWorker, 1)).hasSize(1);
    }

    @Test
    void findsForTheTeamAndWhoeverLeadsItAlone() {
        People people = People.in(context);
        Actor.SignedIn lead = people.with(Role.MANAGER).actor();
        context.getBean(Teams.class).appointLead(here.team().id(), lead.account(), Actor.SYSTEM);

        assertThat(search.find(Search.of("zoe"), lead, 9)).hasSize(1);
        assertThat(search.find(
                        Search.of("zoe"),
                        people.with(Role.MANAGER, Role.ADMINISTRATOR).actor(),
                        9))
                .isEmpty();
        assertThat(search.find(
                        Search.of("zoe"),
                        people.inTeam(here.team().id(), Role.MANAGER).actor(),
                        9))
                .isEmpty();
        Actor.SignedIn elsewhere = people.inTeam(
                        Neighbourhood.in(context).team().id(), Role.LINK_WORKER)
                .actor();
        assertThat(search.find(Search.of("zoe"), elsewhere, 9)).isEmpty();
    }

    @Test
    void everySearchIsAnEventThatSaysByWhatAndNotForWhom() {
        search.find(Search.of("zoe 3/2/1949"), linkWorker, 9);

        assertThat(jdbc.sql("select reason from event where kind = 'people-searched' and subject_id = :account")
                        .param("account", linkWorker.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("born");
    }

    @Test
    void asksForSomethingToLookFor() {
        assertThatThrownBy(() -> search.find(Search.of("  "), linkWorker, 9))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).fields()).containsOnlyKeys("search"));
    }

    @Test
    void theIndexTellsNobodyWithoutTheSecret() {
        UUID person = referrals.find(referral).person().value();
        List<byte[]> digests = jdbc.sql("select digest from person_index where person_id = :person")
                .param("person", person)
                .query(byte[].class)
                .list();
        BlindIndex other = new BlindIndex("another secret");

        assertThat(digests).hasSizeGreaterThan(8).allMatch(digest -> digest.length == 16);
        assertThat(digests).doesNotContain(other.digest("nhs-number", "9990000042"), other.digest("name-word", "zoe"));
    }

    @Test
    void peopleOfAnotherSecretAreIndexedAtStart() {
        UUID person = referrals.find(referral).person().value();
        jdbc.sql("delete from person_index where person_id = :person")
                .param("person", person)
                .update();
        jdbc.sql("update person set indexed_with = null where id = :person")
                .param("person", person)
                .update();
        assertThat(found(Search.of("obrien"))).isEmpty();

        assertThat(index.writeMissing(100)).isPositive();

        assertThat(found(Search.of("obrien"))).containsExactly(referral);
        assertThat(index.writeMissing(100)).isZero();
    }

    private List<ReferralId> found(Search asked) {
        return search.find(asked, linkWorker, 9).stream().map(Found::referral).toList();
    }

    private ReferralId refer(String given, String family, String born, String phone, String nhsNumber) {
        Invented invented = Invented.referral();
        ReferralMessage.Who who = invented.message().person();
        return intake.receive(
                        invented.person(new ReferralMessage.Who(
                                        new NhsNumber(nhsNumber),
                                        null,
                                        new PersonName(given),
                                        new PersonName(family),
                                        who.calledName(),
                                        new BirthDate(LocalDate.parse(born)),
                                        who.gender(),
                                        who.ethnicity(),
                                        who.address(),
                                        new Phone(phone),
                                        null,
                                        who.mail(),
                                        null,
                                        false))
                                .message(),
                        null,
                        here.actor())
                .referral();
    }
}
