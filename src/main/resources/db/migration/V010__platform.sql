-- One file for each room, in the order of the rooms: what refers comes after what it refers to, and nothing refers
-- upwards. What a person is or said stands in columns of type bytea, written and read by the personal codec together
-- with the subject key that the comment names: today plain text behind a version byte.

-- Whose word a row is: somebody signed in, an organiser or a person by a link, a practice's system, or nobody.
create domain signature as text
    check (value ~ '^(system|(account|organiser|person|practice)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$');

-- What has happened, one row per event, for as long as the referral is kept. Written by one listener, never changed:
-- ids and coded words only, no people.
create table event (
    id           uuid        primary key,
    at           timestamptz not null,
    kind         text        not null,
    referral_id  uuid,
    subject_id   uuid,
    actor        signature   not null,
    role         text        not null,
    reason       text
);
create index event_subject on event (subject_id, at);
create index event_referral on event (referral_id, at);

-- a mistake in the application cannot change what has happened
revoke update, delete on event from "${application}";
