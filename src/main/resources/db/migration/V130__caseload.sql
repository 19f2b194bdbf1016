-- What a link worker's day is made of. No rows of its own.

-- Everything the models wait for: an open task, or a day that is to come. due: when it is somebody's turn. owner: an engine
-- group, or the person who has the task; for a day that is to come the team. referral_id: null where it is about none.
create view agenda as
select 'task/' || task.id_ as id, referral.text_::uuid as referral_id, task.task_def_key_ as kind,
       process.business_key_::uuid as subject_id, task.due_date_ at time zone 'UTC' as due,
       coalesce('person-' || task.assignee_, (
           select min(candidate.group_id_) from engine.act_ru_identitylink candidate
           where candidate.task_id_ = task.id_ and candidate.type_ = 'candidate')) as owner
from engine.act_ru_task task
join engine.act_ru_execution process on process.id_ = task.proc_inst_id_
left join engine.act_ru_variable referral
    on referral.execution_id_ = process.id_ and referral.name_ = 'referralId'
union all
select 'timer/' || timer.id_, referral.text_::uuid, wait.act_id_,
       process.business_key_::uuid, timer.duedate_ at time zone 'UTC', team.text_
from engine.act_ru_job timer
join engine.act_ru_execution wait on wait.id_ = timer.execution_id_
join engine.act_ru_execution process on process.id_ = timer.process_instance_id_
left join engine.act_ru_variable referral
    on referral.execution_id_ = process.id_ and referral.name_ = 'referralId'
left join engine.act_ru_variable team on team.execution_id_ = process.id_ and team.name_ = 'team'
where timer.handler_type_ = 'timer-intermediate-transition';
