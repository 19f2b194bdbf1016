-- Crises somebody declared, until a named person at the practice has confirmed. Columns of type bytea: with the person's
-- key. reach: who has heard of it, beyond the team.
create table crisis (
    id              uuid        primary key,
    request         uuid        not null unique,
    referral_id     uuid        not null references referral (id) on delete cascade,
    kind            text        not null,
    said            bytea       not null,
    said_by         text        not null,
    declared_at     timestamptz not null,
    declared_as     text        not null,
    declared_by     signature   not null,
    reach           text        check (reach in ('team-lead', 'supervisors')),
    confirmed_by    bytea,
    confirmed_role  bytea,
    agreed          bytea,
    confirmed_at    timestamptz,
    recorded_by     signature,
    constraint crisis_is_confirmed_whole check (
        (confirmed_at is null) = (confirmed_by is null)
        and (confirmed_at is null) = (confirmed_role is null)
        and (confirmed_at is null) = (agreed is null))
);
create index crisis_of_referral on crisis (referral_id, declared_at);
