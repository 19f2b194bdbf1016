-- Who comes along to a first session; sealed with the key of the referral's person.
alter table placement add column accompanied_by bytea;

-- A first session that was missed may be tried once more: a row for each. What the person said after a missed one:
-- missed_because, try_again, and a note that is sealed with the person's key.
alter table first_session
    drop constraint first_session_pkey,
    add column attempt         integer not null default 1 check (attempt > 0),
    add column missed_because  text check (missed_because is null or not attended),
    add column try_again       boolean,
    add column missed_note     bytea,
    add column asked_by        uuid references account (id),
    add column asked_at        timestamptz,
    add primary key (placement_id, attempt),
    add check ((missed_because is not null) = (try_again is not null)
        and (missed_because is not null) = (asked_by is not null)
        and (missed_because is not null) = (asked_at is not null));
alter table first_session alter column attempt drop default;
