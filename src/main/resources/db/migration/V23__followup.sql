-- One plan per referral, counted from the first session attended anywhere.
create table follow_up_plan (
    id               uuid primary key,
    referral_id      uuid not null unique references referral (id),
    first_session_on date not null
);

-- Planned look-backs; what was said is sealed with the person's key.
create table follow_up (
    plan_id  uuid    not null references follow_up_plan (id) on delete cascade,
    week     integer not null check (week > 0),
    due_on   date    not null,
    held_at  timestamptz,
    primary key (plan_id, week)
);
