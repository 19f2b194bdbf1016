package org.commonground.report;

import java.time.LocalDate;
import java.util.Collection;
import org.commonground.account.AccountId;
import org.commonground.conversation.measure.Scores;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Person;
import org.commonground.platform.Ids;
import org.commonground.platform.Worded;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code referral_fact} and {@code referral_fact_score}. */
@Repository
class ReferralFactRepository {

    /** As many have to share what could tell somebody apart. */
    private static final int ENOUGH = 8;

    private final JdbcClient jdbc;

    ReferralFactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day on which something happened first: a column of the table. */
    enum Day {
        FIRST_CONTACT("first_contact_on"),
        OFFER("offer_on"),
        SESSION("session_on");

        private final String column;

        Day(String column) {
            this.column = column;
        }
    }

    /** @param district null where the address is not known, or names none */
    void insert(
            Referral referral,
            Person person,
            String district,
            AgeGroup age,
            Collection<Need> needs,
            Collection<Support> support,
            LocalDate receivedOn) {
        jdbc.sql("""
                        insert into referral_fact (id, referral_id, neighbourhood_id, team_id, practice_id, district,
                            age_group, gender, ethnicity, needs, support, received_on)
                        values (:id, :referral, :neighbourhood, :team, :practice, :district,
                            :age, :gender, :ethnicity, :needs, :support, :on)""")
                .param("id", Ids.next())
                .param("referral", referral.id().value())
                .param("neighbourhood", referral.neighbourhood().value())
                .param("team", referral.team().value())
                .param("practice", referral.practice().value())
                .param("district", district)
                .param("age", age.word())
                .param("gender", person.gender().word())
                .param("ethnicity", person.ethnicity().word())
                .param("needs", words(needs))
                .param("support", words(support))
                .param("on", receivedOn)
                .update();
    }

    void district(ReferralId referral, String district) {
        jdbc.sql("update referral_fact set district = :district where referral_id = :referral")
                .param("district", district)
                .param("referral", referral.value())
                .update();
    }

    void urgency(ReferralId referral, String word) {
        jdbc.sql("update referral_fact set urgency = :word where referral_id = :referral")
                .param("word", word)
                .param("referral", referral.value())
                .update();
    }

    /** @param account null for the whole team */
    void linkWorker(ReferralId referral, AccountId account) {
        jdbc.sql("update referral_fact set link_worker = :account where referral_id = :referral")
                .param("account", account == null ? null : account.value())
                .param("referral", referral.value())
                .update();
    }

    /** The first time counts; later ones change nothing. */
    void first(ReferralId referral, Day day, LocalDate on) {
        jdbc.sql("update referral_fact set %1$s = :on where referral_id = :referral and %1$s is null"
                        .formatted(day.column))
                .param("on", on)
                .param("referral", referral.value())
                .update();
    }

    void wishes(ReferralId referral, Collection<Need> needs, Collection<Support> support) {
        jdbc.sql("update referral_fact set needs = :needs, support = :support where referral_id = :referral")
                .param("needs", words(needs))
                .param("support", words(support))
                .param("referral", referral.value())
                .update();
    }

    /** @param week 0 at the first conversation; what is said again for the same week takes the place of what was */
    void scores(ReferralId referral, int week, Scores scores) {
        scores.answers()
                .forEach((measure, answer) -> jdbc.sql("""
                        insert into referral_fact_score (fact_id, week, measure, score, not_asked)
                        select id, :week, :measure, :score, :because from referral_fact where referral_id = :referral
                        on conflict (fact_id, week, measure)
                        do update set score = excluded.score, not_asked = excluded.not_asked""")
                        .param("week", week)
                        .param("measure", measure.word())
                        .param("score", answer.score())
                        .param(
                                "because",
                                answer.because() == null
                                        ? null
                                        : answer.because().word())
                        .param("referral", referral.value())
                        .update());
    }

    void closed(ReferralId referral, Outcome outcome, LocalDate on) {
        jdbc.sql("update referral_fact set outcome = :outcome, closed_on = :on where referral_id = :referral")
                .param("outcome", outcome.word())
                .param("on", on)
                .param("referral", referral.value())
                .update();
    }

    /** Cuts the row loose from its referral; false where there is none. */
    boolean cutLoose(ReferralId referral) {
        return jdbc.sql("""
                        with alike as (
                            select count(*) as number from referral_fact other
                            join referral_fact mine on mine.referral_id = :referral
                                and other.district is not distinct from mine.district
                                and other.ethnicity is not distinct from mine.ethnicity
                                and other.needs is not distinct from mine.needs
                        )
                        update referral_fact set
                            referral_id = null,
                            link_worker = null,
                            district = case when alike.number >= :enough then district end,
                            ethnicity = case when alike.number >= :enough then ethnicity end,
                            needs = case when alike.number >= :enough then needs end,
                            received_on = date_trunc('quarter', received_on)::date,
                            first_contact_on = date_trunc('quarter', first_contact_on)::date,
                            offer_on = date_trunc('quarter', offer_on)::date,
                            session_on = date_trunc('quarter', session_on)::date,
                            closed_on = date_trunc('quarter', closed_on)::date
                        from alike where referral_id = :referral""")
                        .param("referral", referral.value())
                        .param("enough", ENOUGH)
                        .update()
                == 1;
    }

    private static <E extends Enum<E> & Worded> String[] words(Collection<E> values) {
        return values.stream().sorted().map(Worded::word).toArray(String[]::new);
    }
}
