-- A death was recorded for somebody with the same NHS number: what the team of another referral found out about theirs.
-- Until they have answered nothing is sent to that person. Columns of type bytea are sealed with the person's key.
create table death_answer (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    answer       text        not null check (answer in ('died', 'somebody-else')),
    how          bytea       not null,
    account_id   uuid references account (id)
);
create index death_answer_of_referral on death_answer (referral_id, at);
