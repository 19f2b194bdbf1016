-- Calls, visits, texts and letters that no task asked for. Columns of type bytea are sealed with the key of the
-- referral's person.
create table contact_note (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    how          text        not null check (how in ('call', 'visit', 'text', 'letter')),
    at           timestamptz not null,
    with_whom    bytea       not null,
    said         bytea       not null,
    account_id   uuid references account (id)
);
create index contact_note_of_referral on contact_note (referral_id, at);
