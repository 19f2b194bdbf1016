-- Attempts to reach a person, what was said when we talked, and the codes the practice hears. Columns of type bytea are
-- sealed by the personal codec with the person's key.

create table contact_attempt (
    referral_id  uuid        not null references referral (id) on delete cascade,
    number       integer     not null check (number > 0),
    way          text        not null,
    at           timestamptz not null,
    result       text        not null check (result in ('reached', 'no-answer', 'declined')),
    -- the link worker made sure that a way not known to be safe was
    checked      boolean     not null,
    account_id   uuid references account (id),
    primary key (referral_id, number)
);

-- When and where we talk next.
create table appointment (
    referral_id  uuid primary key references referral (id) on delete cascade,
    at           timestamptz not null,
    place        bytea       not null,
    account_id   uuid references account (id)
);

create table conversation (
    id            uuid primary key,
    referral_id   uuid        not null references referral (id) on delete cascade,
    at            timestamptz not null,
    result        text        not null check (result in ('go-ahead', 'declined')),
    needs         text[]      not null,
    support       text[]      not null,
    what_matters  bytea,
    days          text[]      not null,
    times         text[]      not null,
    travel        text,
    account_id    uuid references account (id),
    constraint conversation_that_goes_ahead_is_whole check (
        result = 'declined' or (what_matters is not null and travel is not null))
);
create index conversation_of_referral on conversation (referral_id, at);

-- A number, or why it was not asked.
create table score (
    conversation_id  uuid    not null references conversation (id) on delete cascade,
    measure          text    not null,
    score            integer,
    not_asked        text,
    primary key (conversation_id, measure),
    constraint score_or_the_reason_why_not check ((score is null) = (not_asked is not null))
);

-- SNOMED CT codes for the practice, each once for a referral.
create table practice_code (
    referral_id  uuid        not null references referral (id) on delete cascade,
    code         text        not null,
    at           timestamptz not null,
    primary key (referral_id, code)
);
