-- One file for each room, in the order of the rooms: what refers comes after what it refers to, and nothing refers
-- upwards. What a person is or said stands in columns of type bytea, sealed by the personal codec with the key of the
-- subject that the comment names.

-- The key of each subject: a person, an account, a practice, a group, a concern, in rooms above, so no foreign key. Wrapped
-- with one of the installation's keys, which stand in no table; bytes 1 to 4 say with which. Who deletes a row erases
-- what was sealed with it, wherever it stands.
create table subject_key (
    subject_id  uuid   primary key,
    wrapped     bytea  not null
);

-- a mistake in the application cannot put one key in the place of another
revoke update on subject_key from "${application}";

-- Whose word a row is: somebody signed in, an organiser or a person by a link, a practice's system, or nobody.
create domain signature as text
    check (value ~ '^(system|(account|organiser|person|practice)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$');

-- What has happened, one row per event, for as long as the referral is kept. Written by one listener, never changed:
-- ids, coded words and a number only, no people. neighbourhood_id, team_id, practice_id: the referral's, as they were then;
-- figures are counted by them.
create table event (
    id                uuid        primary key,
    at                timestamptz not null,
    kind              text        not null,
    referral_id       uuid,
    subject_id        uuid,
    neighbourhood_id  uuid,
    team_id           uuid,
    practice_id       uuid,
    group_id          uuid,
    number            integer,
    actor             signature   not null,
    role              text        not null,
    reason            text
);
create index event_subject on event (subject_id, at);
create index event_referral on event (referral_id, at);

-- a mistake in the application cannot change what has happened
revoke update, delete on event from "${application}";
