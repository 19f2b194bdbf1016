-- Somebody who came to a group and does not go there any more. left_note is sealed with the key of the referral's person.
alter table placement
    add column left_on           date,
    add column left_because      text,
    add column left_note         bytea,
    add column left_recorded_by  uuid references account (id),
    add column left_recorded_at  timestamptz,
    add check (left_on is null or state = 'attended'),
    add check ((left_on is not null) = (left_because is not null)
        and (left_on is not null) = (left_recorded_by is not null)
        and (left_on is not null) = (left_recorded_at is not null));
