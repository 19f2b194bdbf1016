-- Planned look-backs and what they brought. Columns of type bytea: with the person's key.

-- signposting_id: the plan is of the call after it; null for the plan counted from a first session.
create table follow_up_plan (
    id              uuid primary key,
    referral_id     uuid not null references referral (id) on delete cascade,
    signposting_id  uuid unique references signposting (id) on delete cascade,
    counted_from    date not null
);
-- Of those counted from a first session a referral has one.
create unique index follow_up_plan_of_referral on follow_up_plan (referral_id) where signposting_id is null;
create index follow_up_plan_referral on follow_up_plan (referral_id);

create table follow_up (
    plan_id           uuid        not null references follow_up_plan (id) on delete cascade,
    week              integer     not null check (week > 0),
    due_on            date        not null,
    held_at           timestamptz,
    reached           boolean,
    way               text,
    still_going       text,
    how_it_goes       bytea,
    what_next         bytea,
    choose_groups     boolean,
    consent_reminded  boolean,
    signed_by         signature,
    primary key (plan_id, week),
    constraint follow_up_is_held_whole check (
        (held_at is null) = (reached is null) and (held_at is null) = (way is null)),
    constraint follow_up_that_reached_them_is_whole check (
        reached is not true
        or (still_going is not null and how_it_goes is not null and what_next is not null
            and consent_reminded is not null))
);

-- A number, or why it was not asked. Plain, so that it can be counted: it hangs on ids alone.
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
