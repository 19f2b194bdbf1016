package org.commonground.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.persistence.Sql;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans in the table {@code follow_up_plan}, their look-backs in {@code follow_up}. */
@Repository
class FollowUpRepository {

    private final JdbcClient jdbc;

    FollowUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the referral has a plan already. */
    boolean insert(FollowUpPlanId id, ReferralId referral, LocalDate firstSessionOn) {
        return jdbc.sql("""
                        insert into follow_up_plan (id, referral_id, first_session_on)
                        values (:id, :referral, :firstSessionOn)
                        on conflict (referral_id) do nothing""")
                        .param("id", id.value())
                        .param("referral", referral.value())
                        .param("firstSessionOn", firstSessionOn)
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
        return find("id", id.value());
    }

    Optional<FollowUpPlan> of(ReferralId referral) {
        return find("referral_id", referral.value());
    }

    /** Takes the plan's row for the rest of the transaction, so that one look-back is recorded once. */
    void lock(FollowUpPlanId id) {
        jdbc.sql("select 1 from follow_up_plan where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private Optional<FollowUpPlan> find(String column, UUID id) {
        return jdbc.sql("select id, referral_id, first_session_on from follow_up_plan where " + column + " = :id")
                .params(Map.of("id", id))
                .query((row, number) -> {
                    FollowUpPlanId plan = new FollowUpPlanId(Sql.uuid(row, "id"));
                    return new FollowUpPlan(
                            plan,
                            new ReferralId(Sql.uuid(row, "referral_id")),
                            Sql.date(row, "first_session_on"),
                            planned(plan));
                })
                .optional();
    }

    private List<FollowUpPlan.Planned> planned(FollowUpPlanId plan) {
        return jdbc.sql("select week, due_on, held_at from follow_up where plan_id = :plan order by week")
                .param("plan", plan.value())
                .query((row, number) -> new FollowUpPlan.Planned(
                        row.getInt("week"), Sql.date(row, "due_on"), Sql.instant(row, "held_at")))
                .list();
    }
}
