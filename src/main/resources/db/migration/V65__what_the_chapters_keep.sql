-- Who is on a waiting list follows from where the placement stands.
alter table placement add column ask_again_from date;
update placement set ask_again_from = group_side.try_again_from from group_side where placement_id = placement.id;
alter table group_side drop column try_again_from;
alter table placement drop column accompanied;
alter table waiting add column passed_over boolean not null default false;
update waiting set passed_over = state = 'passed-over';
drop index waiting_line;
alter table waiting drop column state, drop column group_id;
create index placement_on_list on placement (group_id) where state in ('waiting', 'asked');
