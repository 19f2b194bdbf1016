-- Concerns are kept apart from the referral they are about, with a key of their own, because their retention is decided
-- apart from the person's record. Referrals and groups live in higher rooms: no foreign keys upwards.
create table concern (
    id                 uuid        primary key,
    neighbourhood_id   uuid        not null references neighbourhood (id),
    request            uuid        not null unique,
    referral_id        uuid,
    group_id           uuid,
    task               text,
    immediate_danger   boolean     not null,
    what               bytea       not null,
    raised_at          timestamptz not null,
    raised_as          text        not null,
    raised_by          signature   not null,
    deputy_asked_at    timestamptz,
    decision           text        check (decision in ('no-action', 'act', 'pause')),
    reasons            bytea,
    authority_told_on  date,
    authority_contact  bytea,
    named_person       bytea,
    reviewed_at        timestamptz,
    reviewed_by        signature,
    constraint concern_is_about_something check (referral_id is not null or group_id is not null),
    constraint concern_is_decided_whole check ((decision is null) = (reviewed_at is null))
);
create index concern_by_referral on concern (referral_id, raised_at);

-- One pause for a concern at most; a referral is paused as long as one of its pauses lasts. lifted_because: with the
-- concern's key.
create table pause (
    concern_id      uuid        primary key references concern (id),
    referral_id     uuid        not null,
    paused_at       timestamptz not null,
    lifted_at       timestamptz,
    lifted_by       signature,
    lifted_because  bytea
);
create index pause_that_lasts on pause (referral_id) where lifted_at is null;
