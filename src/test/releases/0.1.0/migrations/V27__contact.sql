-- Attempts by ways that are not marked safe say why; a last letter, or another way to tell the person a last time.
-- Columns of type bytea are sealed by the personal codec with the person's key.

alter table contact_attempt
    add column why bytea,
    add column declined_because text,
    drop constraint contact_attempt_result_check,
    add constraint contact_attempt_result_check check (result in ('reached', 'no-answer', 'not-ready', 'declined'));

-- How somebody is told a last time to whom neither mail nor letter is safe.
create table another_way (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    way          text        not null check (way in ('told', 'letter-is-safe', 'none')),
    how          bytea       not null,
    account_id   uuid references account (id)
);
create index another_way_of_referral on another_way (referral_id);
