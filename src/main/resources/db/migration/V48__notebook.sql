-- What is written down about one person, in one place: notes of contacts and conversations, what they want, and what was
-- agreed to be done. Columns of type bytea are sealed by the personal codec with the person's key.

create table note (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    text         bytea       not null,
    account_id   uuid references account (id)
);
create index note_of_referral on note (referral_id, at);

create table goal (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    since        timestamptz not null,
    ended_at     timestamptz,
    text         bytea       not null
);
create index goal_of_referral on goal (referral_id, since);

create table agreed_action (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    agreed_at    timestamptz not null,
    what         bytea       not null,
    who          bytea       not null,
    by_when      date        not null,
    done_at      timestamptz,
    done_by      uuid references account (id)
);
create index agreed_action_of_referral on agreed_action (referral_id, by_when);
