-- Conversations may go on, wait, or end in being signposted; doubt whether the person can decide goes to a clinical
-- supervisor. Columns of type bytea are sealed by the personal codec with the person's key.

alter table conversation
    add column capacity text check (capacity in ('yes', 'no', 'in-doubt')),
    add column capacity_note bytea,
    add column declined_because text,
    drop constraint conversation_result_check,
    add constraint conversation_result_check check (
        result in ('go-ahead', 'talk-again', 'not-ready', 'signposted', 'declined', 'ask-advice')),
    drop constraint conversation_that_goes_ahead_is_whole,
    add constraint conversation_that_goes_ahead_is_whole check (
        result <> 'go-ahead' or (what_matters is not null and travel is not null));

-- What a clinical supervisor says about a person's deciding, each time they were asked; the newest counts.
create table capacity_advice (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    advice       text        not null
        check (advice in ('person-decides', 'attorney-or-deputy-decides', 'best-interests', 'stop')),
    decided_by   bytea,
    grounds      bytea,
    reason       bytea       not null,
    account_id   uuid references account (id),
    constraint advice_that_others_decide_is_grounded check (
        advice in ('person-decides', 'stop') or (decided_by is not null and grounds is not null))
);
create index capacity_advice_of_referral on capacity_advice (referral_id, at);

-- Somewhere a person was pointed to, and does without us.
create table signposting (
    id             uuid primary key,
    referral_id    uuid        not null references referral (id) on delete cascade,
    at             timestamptz not null,
    signposted_to  bytea       not null,
    why            bytea       not null,
    told_how       text        not null check (told_how in ('said', 'written-down', 'introduced')),
    account_id     uuid references account (id)
);
create index signposting_of_referral on signposting (referral_id, at);

-- A plan counted from a first session belongs to its referral, of which there is one; a call after being signposted
-- belongs to the signposting. first_session_on is the day it is counted from.
alter table follow_up_plan
    alter column referral_id drop not null,
    add column signposting_id uuid unique references signposting (id) on delete cascade,
    add constraint follow_up_plan_has_one_beginning check ((referral_id is null) <> (signposting_id is null));

alter table follow_up add column choose_groups boolean;
