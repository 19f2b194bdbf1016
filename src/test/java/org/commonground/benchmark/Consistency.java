package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What belongs together is together: our rows and the engine's, after somebody wrote rows past the application. */
final class Consistency {

    /** What would be wrong, and a query that finds it. */
    private static final Map<String, String> WRONG = new TreeMap<>(Map.of(
            "open referrals without a process",
            """
            select id::text from referral where standing <> 'closed' and not exists (
                select 1 from act_ru_execution where business_key_ = referral.id::text and proc_def_id_ like 'referral:%')""",
            "processes without an open referral",
            """
            select id_ from act_ru_execution where business_key_ is not null and proc_def_id_ like 'referral:%' and not exists (
                select 1 from referral where id::text = business_key_ and standing <> 'closed')""",
            "placements under way without a process",
            """
            select id::text from placement where state not in ('attended', 'ended') and not exists (
                select 1 from act_ru_execution where business_key_ = placement.id::text and proc_def_id_ like 'placement:%')""",
            "processes that have another referral's reference",
            """
            select v.proc_inst_id_ from act_ru_variable v
            join act_ru_variable r on r.execution_id_ = v.execution_id_ and r.name_ = 'referralId'
            where v.name_ = 'reference' and not exists (
                select 1 from referral where reference = v.text_ and id::text = r.text_)""",
            "tasks named after another referral",
            """
            select t.id_ from act_ru_task t
            join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'reference'
            where t.name_ not like '%' || v.text_""",
            "tasks that nobody has and nobody can claim",
            """
            select id_ from act_ru_task where assignee_ is null and not exists (
                select 1 from act_ru_identitylink where task_id_ = act_ru_task.id_ and group_id_ is not null)""",
            "candidates who may not see their task",
            """
            select l.task_id_ from act_ru_identitylink l where group_id_ is not null and task_id_ is not null and not exists (
                select 1 from act_ru_authorization a where a.resource_id_ = l.task_id_ and a.group_id_ = l.group_id_)""",
            "jobs of nothing",
            """
            select id_ from act_ru_job where execution_id_ is not null and not exists (
                select 1 from act_ru_execution e where e.id_ = act_ru_job.execution_id_)""",
            "running processes without history",
            """
            select proc_inst_id_ from act_ru_execution where not exists (
                select 1 from act_hi_procinst h where h.id_ = act_ru_execution.proc_inst_id_)""",
            "events of no referral",
            """
            select id::text from event where referral_id is not null and not exists (
                select 1 from referral where referral.id = event.referral_id)"""));

    private Consistency() {}

    static void check(JdbcClient jdbc) {
        WRONG.forEach((what, query) -> assertThat(jdbc.sql("select * from (" + query + ") wrong limit 5")
                        .query(String.class)
                        .list())
                .as(what)
                .isEmpty());
    }
}
