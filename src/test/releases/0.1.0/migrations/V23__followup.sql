-- One plan per referral, counted from the first session attended anywhere.
create table follow_up_plan (
    id               uuid primary key,
    referral_id      uuid not null unique references referral (id) on delete cascade,
    first_session_on date not null
);

-- Planned look-backs and what they brought. Columns of type bytea are sealed by the personal codec with the person's
-- key.
create table follow_up (
    plan_id          uuid    not null references follow_up_plan (id) on delete cascade,
    week             integer not null check (week > 0),
    due_on           date    not null,
    held_at          timestamptz,
    account_id       uuid references account (id),
    reached          boolean,
    way              text,
    still_going      text,
    how_it_goes      bytea,
    what_next        bytea,
    goals            bytea,
    consent_reminded boolean,
    primary key (plan_id, week),
    constraint follow_up_is_held_whole check ((held_at is null) = (reached is null) and (held_at is null) = (way is null)),
    constraint follow_up_that_reached_them_is_whole check (
        reached is not true
        or (still_going is not null and how_it_goes is not null and what_next is not null
            and consent_reminded is not null))
);

-- A number, or why it was not asked.
create table follow_up_score (
    plan_id    uuid    not null,
    week       integer not null,
    measure    text    not null,
    score      integer,
    not_asked  text,
    primary key (plan_id, week, measure),
    foreign key (plan_id, week) references follow_up (plan_id, week) on delete cascade,
    constraint follow_up_score_or_the_reason_why_not check ((score is null) = (not_asked is not null))
);
