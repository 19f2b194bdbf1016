-- Why a group was chosen that fits less well than another, or not; note is sealed with the key of the referral's person.
alter table choice
    add column override_reason  text,
    add column override_note    bytea;
alter table choice drop constraint choice_outcome_check;
alter table choice add check (outcome in ('try', 'nothing-more', 'signposted', 'no-suitable-group'));

-- Groups the person would like after those being tried: what the next choice starts from. place: counted from 1.
create table preference (
    referral_id  uuid not null references referral (id) on delete cascade,
    group_id     uuid not null references community_group (id),
    place        integer not null check (place > 0),
    primary key (referral_id, group_id)
);

-- Groups the person does not want to go to, until they say otherwise.
create table not_there (
    referral_id  uuid not null references referral (id) on delete cascade,
    group_id     uuid not null references community_group (id),
    said_at      timestamptz not null,
    primary key (referral_id, group_id)
);

-- What no group could meet, to be counted: nothing here tells who it was once the referral has gone.
create table unmet_need (
    id           uuid primary key,
    referral_id  uuid references referral (id) on delete set null,
    need         text not null,
    district     text,
    reason       text not null,
    recorded_on  date not null
);
create index unmet_need_referral on unmet_need (referral_id);
create index unmet_need_recorded on unmet_need (recorded_on);

alter table placement add column would_wait boolean not null default false;
alter table placement drop constraint placement_state_check;
alter table placement add check (state in
    ('chosen', 'waiting', 'asked', 'offered', 'accepted', 'agreed', 'attended', 'ended'));

-- A placement on its group's waiting list. The line goes by in_line_since: the day it joined, or a later one where it
-- went to the end. passed-over: nobody could ask in time; no place is held until the person has been asked whether they
-- stay. note is sealed with the key of the referral's person.
create table waiting (
    placement_id   uuid primary key references placement (id) on delete cascade,
    group_id       uuid not null references community_group (id),
    state          text not null check (state in ('in-line', 'asked', 'passed-over', 'over')),
    joined_at      timestamptz not null,
    in_line_since  timestamptz not null,
    review_on      date not null,
    ask_by         date check (state <> 'asked' or ask_by is not null),
    times_passed   integer not null default 0,
    ended_by       text,
    note           bytea
);
create index waiting_line on waiting (group_id, in_line_since, placement_id) where state <> 'over';
