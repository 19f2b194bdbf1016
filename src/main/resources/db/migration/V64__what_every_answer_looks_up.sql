-- What the database would else read whole, however few rows are meant.

-- What is still to reach a person ceases when their referral stops.
create index outbox_to_person on outbox (recipient_id) where recipient_role = 'person';

-- With every task that ends the engine looks for tasks below it. There are none: the index stays empty.
create index cg_idx_task_parent on engine.act_ru_task (parent_task_id_) where parent_task_id_ is not null;

-- Every list of tasks asks for the rights of one account and its groups; the engine has an index for groups alone.
create index cg_idx_auth_user on engine.act_ru_authorization (user_id_);
