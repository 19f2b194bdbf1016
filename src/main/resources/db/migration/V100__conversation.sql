-- Reaching the person and talking with them. Columns of type bytea: with the person's key.

-- reach

-- why: the link worker made sure that a way not known to be safe was, and says how.
create table contact_attempt (
    referral_id       uuid        not null references referral (id) on delete cascade,
    number            integer     not null check (number > 0),
    way               text        not null,
    why               bytea,
    at                timestamptz not null,
    result            text        not null check (result in ('reached', 'no-answer', 'not-ready', 'declined')),
    declined_because  text,
    signed_by         signature   not null,
    primary key (referral_id, number)
);

-- How somebody is told a last time to whom neither mail nor letter is safe.
create table another_way (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    way          text        not null check (way in ('told', 'letter-is-safe', 'none')),
    how          bytea       not null,
    signed_by    signature   not null
);
create index another_way_of_referral on another_way (referral_id);

-- What somebody said who got in touch after the last letter: attempts to reach them are counted anew from then on.
create table reply (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    reply        text        not null check (reply in ('reached', 'not-ready', 'declined')),
    signed_by    signature   not null
);
create index reply_of_referral on reply (referral_id, at);

-- appointment

-- When and where we talk next.
create table appointment (
    referral_id  uuid        primary key references referral (id) on delete cascade,
    at           timestamptz not null,
    place        bytea       not null,
    account_id   uuid        references account (id)
);

-- talk and measure

-- Everything is needed only to go ahead; what was said otherwise is kept and need not be asked again.
create table conversation (
    id                uuid        primary key,
    referral_id       uuid        not null references referral (id) on delete cascade,
    at                timestamptz not null,
    result            text        not null
        check (result in ('go-ahead', 'talk-again', 'not-ready', 'signposted', 'declined', 'ask-advice')),
    declined_because  text,
    capacity          text        check (capacity in ('yes', 'no', 'in-doubt')),
    capacity_note     bytea,
    needs             text[]      not null,
    support           text[]      not null,
    what_matters      bytea,
    days              text[]      not null,
    times             text[]      not null,
    travel            text,
    spending          text        check (spending in ('free-only', 'little', 'anything')),
    also_speaks       bytea,
    signed_by         signature   not null,
    constraint conversation_that_goes_ahead_is_whole check (
        result <> 'go-ahead' or (what_matters is not null and travel is not null))
);
create index conversation_of_referral on conversation (referral_id, at);

-- A number, or why it was not asked. Plain, so that it can be counted: it hangs on ids alone.
create table score (
    conversation_id  uuid    not null references conversation (id) on delete cascade,
    measure          text    not null,
    score            integer,
    not_asked        text,
    primary key (conversation_id, measure),
    constraint score_or_the_reason_why_not check ((score is null) = (not_asked is not null))
);

-- capacity

-- What a clinical supervisor says about a person's deciding, each time they were asked; the newest counts.
create table capacity_advice (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    advice       text        not null
        check (advice in ('person-decides', 'attorney-or-deputy-decides', 'best-interests', 'stop')),
    decided_by   bytea,
    grounds      bytea,
    reason       bytea       not null,
    signed_by    signature   not null,
    constraint advice_that_others_decide_is_grounded check (
        advice in ('person-decides', 'stop') or (decided_by is not null and grounds is not null))
);
create index capacity_advice_of_referral on capacity_advice (referral_id, at);

-- notebook

-- What is to be remembered. A contact that no task asked for says how and with whom.
create table note (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    how          text        check (how in ('call', 'visit', 'text', 'letter')),
    with_whom    bytea,
    text         bytea       not null,
    signed_by    signature   not null,
    constraint note_with_whom check ((how is null) = (with_whom is null))
);
create index note_of_referral on note (referral_id, at);

-- What they want; one that holds no longer has ended and is kept.
create table goal (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    since        timestamptz not null,
    ended_at     timestamptz,
    text         bytea       not null
);
create index goal_of_referral on goal (referral_id, since);

-- What was agreed to be done.
create table agreed_action (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    agreed_at    timestamptz not null,
    what         bytea       not null,
    who          bytea       not null,
    by_when      date        not null,
    done_at      timestamptz,
    done_by      signature
);
create index agreed_action_of_referral on agreed_action (referral_id, by_when);

-- signpost

-- Somewhere a person was pointed to, and does without us.
create table signposting (
    id             uuid        primary key,
    referral_id    uuid        not null references referral (id) on delete cascade,
    at             timestamptz not null,
    signposted_to  bytea       not null,
    why            bytea       not null,
    told_how       text        not null check (told_how in ('said', 'written-down', 'introduced')),
    signed_by      signature   not null
);
create index signposting_of_referral on signposting (referral_id, at);

-- code

-- SNOMED CT codes for the practice, each once for a referral.
create table practice_code (
    referral_id  uuid        not null references referral (id) on delete cascade,
    code         text        not null,
    at           timestamptz not null,
    primary key (referral_id, code)
);
