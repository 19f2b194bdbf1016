-- What somebody said who got in touch after the last letter: attempts to reach them are counted anew from then on.
create table reply (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    reply        text        not null check (reply in ('reached', 'not-ready', 'declined')),
    account_id   uuid references account (id)
);
create index reply_of_referral on reply (referral_id, at);
