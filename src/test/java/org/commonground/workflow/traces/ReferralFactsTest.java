package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Role;
import org.commonground.person.Ethnicity;
import org.commonground.placement.PlacementId;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.report.ReferralFacts;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What figures are counted from is written as things happen, and stays when nobody is to be told apart any more. */
@CommonGroundTest
class ReferralFactsTest {

    @Autowired
    BeanFactory context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReferralFacts facts;

    @Test
    void each_step_leaves_its_fact_and_names_nobody() {
        Journey journey = Journey.received(context, Invented.referral().urgent());
        LocalDate received = journey.days().today();
        assertThat(fact(journey))
                .containsEntry(
                        "neighbourhood_id", journey.stands().neighbourhood().value())
                .containsEntry("team_id", journey.stands().team().value())
                .containsEntry("practice_id", journey.stands().practice().value())
                .containsEntry("district", "EX1")
                .containsEntry("age_group", "75-84")
                .containsEntry("gender", "woman")
                .containsEntry("ethnicity", "prefer-not-to-say")
                .containsEntry("needs", "{loneliness,bereavement}")
                .containsEntry("support", "{step-free}")
                .containsEntry("urgency", "urgent")
                .containsEntry("received_on", received.toString())
                .containsEntry("first_contact_on", null)
                .containsEntry("link_worker", null);

        journey.reached().talked();
        PlacementId placement = journey.offered(journey.group());
        LocalDate offered = journey.days().today();
        assertThat(fact(journey))
                .containsEntry("first_contact_on", received.toString())
                .containsEntry("link_worker", journey.linkWorker().account().value())
                .containsEntry("needs", "{loneliness,arts-and-crafts}")
                .containsEntry("offer_on", offered.toString());
        assertThat(scores(journey))
                .contains("0 satisfied 4", "0 anxious too-upset")
                .hasSize(8);

        journey.attend(placement);
        LocalDate attended =
                journey.placement(placement).firstSession().orElseThrow().on();
        journey.executeJobs();
        for (int week = 1; week <= 3; week++) {
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", week == 2 ? Answered.stillGoing() : Answered.notReached());
        }
        journey.executeJobs();
        assertThat(fact(journey))
                .containsEntry("session_on", attended.toString())
                .containsEntry("closed_on", journey.days().today().toString())
                .containsEntry("outcome", "placed-and-followed-up");
        assertThat(scores(journey))
                .anyMatch(score -> score.startsWith("6 "))
                .noneMatch(score -> score.startsWith("2 "));
        assertThat(fact(journey).toString()).doesNotContainIgnoringCase("wilhelmina", "testerton", "999", "invented");
    }

    @Test
    void a_crisis_makes_it_urgent_there_too() {
        Journey journey = Journey.received(context);
        assertThat(fact(journey)).containsEntry("urgency", "routine");
        new Waits(invented -> journey, List.of()).inCrisis(journey);
        assertThat(fact(journey)).containsEntry("urgency", "urgent");
    }

    @Test
    void every_event_says_where_it_was_and_of_which_group() {
        Journey journey = Journey.choosing(context);
        var group = journey.group();
        PlacementId placement = journey.offered(group);
        assertThat(jdbc.sql("""
                        select count(*) from event where referral_id = :id and (neighbourhood_id is distinct from :where
                            or team_id is distinct from :team or practice_id is distinct from :practice)""")
                        .param("id", journey.referral().value())
                        .param("where", journey.stands().neighbourhood().value())
                        .param("team", journey.stands().team().value())
                        .param("practice", journey.stands().practice().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select kind from event where subject_id = :id and group_id = :group order by at, id")
                        .param("id", placement.value())
                        .param("group", group.value())
                        .query(String.class)
                        .list())
                .contains("placement-chosen", "person-side-checked", "place-held", "offer-made")
                .hasSize(jdbc.sql("select count(*) from event where subject_id = :id")
                        .param("id", placement.value())
                        .query(Integer.class)
                        .single());
        assertThat(jdbc.sql(
                                "select actor || ' ' || role from event where referral_id = :id and kind = 'person-reached'")
                        .param("id", journey.referral().value())
                        .query(String.class)
                        .single())
                .isEqualTo(journey.linkWorker().signature().text() + " " + Role.LINK_WORKER.word());
    }

    @Test
    void cut_loose_it_stays_without_what_could_tell_somebody_apart() {
        Journey journey = Journey.received(context, of(Ethnicity.CHINESE, "ZZ" + number() + " 1AA"));
        journey.reached();
        UUID row = row(journey);
        facts.cutLoose(journey.referral());
        Map<String, Object> loose = fact(row);
        assertThat(loose)
                .containsEntry("referral_id", null)
                .containsEntry("link_worker", null)
                .containsEntry("district", null)
                .containsEntry("ethnicity", null)
                .containsEntry("needs", null)
                .containsEntry("gender", "woman")
                .containsEntry(
                        "neighbourhood_id", journey.stands().neighbourhood().value());
        for (String day : List.of("received_on", "first_contact_on")) {
            LocalDate quarter = LocalDate.parse(loose.get(day).toString());
            assertThat(quarter.getDayOfMonth()).as(day).isOne();
            assertThat(quarter.getMonthValue() % 3).as(day).isOne();
        }
        facts.cutLoose(journey.referral());
    }

    @Test
    void what_eight_share_stays() {
        String postcode = "ZY" + number() + " 1AA";
        List<Journey> alike = Stream.generate(() -> Journey.received(context, of(Ethnicity.INDIAN, postcode)))
                .limit(8)
                .toList();
        UUID row = row(alike.get(0));
        facts.cutLoose(alike.get(0).referral());
        assertThat(fact(row)).containsEntry("district", postcode.split(" ")[0]).containsEntry("ethnicity", "indian");
        Journey another = alike.get(1);
        jdbc.sql("delete from referral_fact where id = ?").param(row).update();
        UUID its = row(another);
        facts.cutLoose(another.referral());
        assertThat(fact(its)).as("one of seven").containsEntry("district", null).containsEntry("ethnicity", null);
    }

    private static int number() {
        return 1 + (int) (System.nanoTime() % 90);
    }

    private static Invented of(Ethnicity ethnicity, String postcode) {
        Invented invented = Invented.referral();
        ReferralMessage.Who who = invented.message().person();
        return invented.person(new ReferralMessage.Who(
                who.nhsNumber(),
                who.nhsNumberMissing(),
                who.givenName(),
                who.familyName(),
                who.calledName(),
                who.dateOfBirth(),
                who.gender(),
                ethnicity,
                new PostalAddress("3 Invented Row\nExampleton\n" + postcode),
                who.phone(),
                who.otherPhone(),
                who.mail(),
                who.language(),
                who.interpreter()));
    }

    private UUID row(Journey journey) {
        return jdbc.sql("select id from referral_fact where referral_id = ?")
                .param(journey.referral().value())
                .query(UUID.class)
                .single();
    }

    private Map<String, Object> fact(Journey journey) {
        return fact(row(journey));
    }

    private Map<String, Object> fact(UUID row) {
        Map<String, Object> all = jdbc.sql("select * from referral_fact where id = ?")
                .param(row)
                .query()
                .singleRow();
        all.replaceAll((column, value) ->
                value == null || value instanceof UUID || value instanceof String ? value : value.toString());
        return all;
    }

    private List<String> scores(Journey journey) {
        return jdbc.sql("""
                        select week || ' ' || measure || ' ' || coalesce(score::text, not_asked) from referral_fact_score
                        where fact_id = ? order by 1""").param(row(journey)).query(String.class).list();
    }
}
