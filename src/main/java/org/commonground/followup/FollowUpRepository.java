package org.commonground.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureAnswer;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.signpost.SignpostingId;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans in the table {@code follow_up_plan}, their look-backs in {@code follow_up} and {@code follow_up_score}. */
@Repository
class FollowUpRepository {

    private static final Scores NONE = new Scores(Map.of());

    private final JdbcClient jdbc;

    FollowUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the referral has a plan already. */
    boolean insert(FollowUpPlanId id, ReferralId referral, LocalDate firstSessionOn) {
        return jdbc.sql("""
                        insert into follow_up_plan (id, referral_id, counted_from)
                        values (:id, :referral, :firstSessionOn)
                        on conflict (referral_id) where signposting_id is null do nothing""")
                        .param("id", id.value())
                        .param("referral", referral.value())
                        .param("firstSessionOn", firstSessionOn)
                        .update()
                == 1;
    }

    /** False where the signposting has a plan already. */
    boolean insert(FollowUpPlanId id, ReferralId referral, SignpostingId signposting, LocalDate signpostedOn) {
        return jdbc.sql("""
                        insert into follow_up_plan (id, referral_id, signposting_id, counted_from)
                        values (:id, :referral, :signposting, :signpostedOn)
                        on conflict (signposting_id) do nothing""")
                        .param("id", id.value())
                        .param("referral", referral.value())
                        .param("signposting", signposting.value())
                        .param("signpostedOn", signpostedOn)
                        .update()
                == 1;
    }

    void insert(FollowUpPlanId plan, int week, LocalDate on) {
        jdbc.sql("insert into follow_up (plan_id, week, due_on) values (:plan, :week, :on)")
                .param("plan", plan.value())
                .param("week", week)
                .param("on", on)
                .update();
    }

    Optional<FollowUpPlan> find(FollowUpPlanId id) {
        return find("id = :id", id.value()).stream().findFirst();
    }

    /** The plan after a first session. */
    Optional<FollowUpPlan> of(ReferralId referral) {
        return find("referral_id = :id and signposting_id is null", referral.value()).stream()
                .findFirst();
    }

    Optional<FollowUpPlan> of(SignpostingId signposting) {
        return find("signposting_id = :id", signposting.value()).stream().findFirst();
    }

    /** Newest first. */
    List<FollowUpPlan> all(ReferralId referral) {
        return find("referral_id = :id", referral.value());
    }

    /** Takes the plan's row for the rest of the transaction, so that one look-back is recorded once. */
    void lock(FollowUpPlanId id) {
        jdbc.sql("select 1 from follow_up_plan where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void hold(FollowUpPlanId plan, int week, SubjectKey key, HoldFollowUp said, Scores scores, Held held) {
        jdbc.sql("""
                        update follow_up
                        set held_at = :at, signed_by = :signature, reached = :reached, way = :way,
                            still_going = :stillGoing, how_it_goes = :howItGoes, what_next = :whatNext,
                            consent_reminded = :reminded, choose_groups = :chooseGroups
                        where plan_id = :plan and week = :week""")
                .param("plan", plan.value())
                .param("week", week)
                .param("at", Sql.timestamp(held.at()))
                .param("signature", held.by().text())
                .param("reached", said.reached())
                .param("way", said.way().word())
                .param("stillGoing", said.reached() ? said.stillGoing().word() : null)
                .param("howItGoes", said.reached() ? PersonalCodec.seal(key, said.howItGoes()) : null)
                .param("whatNext", said.reached() ? PersonalCodec.seal(key, said.whatNext()) : null)
                .param("reminded", said.reached() ? said.consentReminded() : null)
                .param("chooseGroups", said.reached() ? said.chooseGroups() : null)
                .update();
        scores.answers()
                .forEach((measure, answer) -> jdbc.sql("""
                        insert into follow_up_score (plan_id, week, measure, score, not_asked)
                        values (:plan, :week, :measure, :score, :notAsked)""")
                        .param("plan", plan.value())
                        .param("week", week)
                        .param("measure", measure.word())
                        .param("score", answer.score())
                        .param(
                                "notAsked",
                                answer.because() == null
                                        ? null
                                        : answer.because().word())
                        .update());
    }

    /** When a look-back was over, and who recorded it. */
    record Held(Instant at, Signature by) {}

    /** The look-backs that are over, the first one first. */
    List<LookBack> held(FollowUpPlanId plan, SubjectKey key) {
        Map<Integer, Scores> scores = scores(plan);
        return jdbc.sql("select * from follow_up where plan_id = :plan and held_at is not null order by week")
                .param("plan", plan.value())
                .query((row, number) -> lookBack(row, key, scores.getOrDefault(row.getInt("week"), NONE)))
                .list();
    }

    Scores scores(FollowUpPlanId plan, int week) {
        return scores(plan).getOrDefault(week, NONE);
    }

    private Map<Integer, Scores> scores(FollowUpPlanId plan) {
        Map<Integer, Map<Measure, MeasureAnswer>> answers = new HashMap<>();
        jdbc.sql("select week, measure, score, not_asked from follow_up_score where plan_id = :plan")
                .param("plan", plan.value())
                .query(row -> {
                    String because = row.getString("not_asked");
                    answers.computeIfAbsent(row.getInt("week"), week -> new EnumMap<>(Measure.class))
                            .put(
                                    Worded.of(Measure.class, row.getString("measure")),
                                    because == null
                                            ? MeasureAnswer.of(row.getInt("score"))
                                            : MeasureAnswer.notAsked(Worded.of(NotAsked.class, because)));
                });
        return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> new Scores(e.getValue())));
    }

    private static LookBack lookBack(ResultSet row, SubjectKey key, Scores scores) throws SQLException {
        String stillGoing = row.getString("still_going");
        return new LookBack(
                row.getInt("week"),
                Sql.instant(row, "held_at"),
                row.getBoolean("reached"),
                Worded.of(FollowUpWay.class, row.getString("way")),
                stillGoing == null ? null : Worded.of(StillGoing.class, stillGoing),
                PersonalCodec.open(key, row.getBytes("how_it_goes"), Narrative::of),
                PersonalCodec.open(key, row.getBytes("what_next"), Narrative::of),
                row.getObject("consent_reminded", Boolean.class),
                row.getBoolean("choose_groups"),
                scores);
    }

    private List<FollowUpPlan> find(String which, UUID id) {
        return jdbc.sql("select * from follow_up_plan where " + which + " order by id desc")
                .params(Map.of("id", id))
                .query((row, number) -> {
                    FollowUpPlanId plan = new FollowUpPlanId(Sql.uuid(row, "id"));
                    return new FollowUpPlan(
                            plan,
                            new ReferralId(Sql.uuid(row, "referral_id")),
                            Sql.date(row, "counted_from"),
                            row.getObject("signposting_id") != null,
                            planned(plan));
                })
                .list();
    }

    private List<FollowUpPlan.Planned> planned(FollowUpPlanId plan) {
        return jdbc.sql("select week, due_on, held_at from follow_up where plan_id = :plan order by week")
                .param("plan", plan.value())
                .query((row, number) -> new FollowUpPlan.Planned(
                        row.getInt("week"), Sql.date(row, "due_on"), Sql.instant(row, "held_at")))
                .list();
    }
}
