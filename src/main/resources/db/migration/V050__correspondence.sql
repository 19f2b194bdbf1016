-- Who is told what, on which occasion. No text and no address: both are read when it goes.
-- neighbourhood_id: whose service writes; null where it is about the installation alone.
-- not_before, not_after: when it makes sense, where that is known when it is decided.
-- channel: the way it goes, or went last. Attempts: how often a mail was tried since it was posted or last sent again.

create table message (
    id                uuid        primary key,
    kind              text        not null,
    recipient_role    text        not null,
    recipient_id      uuid        not null,
    subject_id        uuid        not null,
    occasion_id       uuid        not null,
    neighbourhood_id  uuid        references neighbourhood (id),
    not_before        timestamptz,
    not_after         timestamptz,
    state             text        not null
        check (state in ('waiting', 'claimed', 'sent', 'dropped', 'failed', 'other-way', 'told-otherwise')),
    channel           text        not null default 'email' check (channel in ('email', 'letter', 'call')),
    attempts          integer     not null default 0,
    next_attempt      timestamptz not null,
    claim             uuid,
    claim_expires     timestamptz,
    status            text,
    posted            timestamptz not null,
    settled           timestamptz,
    -- nobody is told twice on one occasion
    constraint message_tells_once unique (subject_id, kind, occasion_id, recipient_id),
    constraint message_is_claimed_whole check ((state = 'claimed') = (claim is not null and claim_expires is not null)),
    constraint message_in_hand_is_no_mail check (state <> 'other-way' or channel <> 'email')
);
-- what the sender asks for every few seconds, and the metrics: never the many messages that are done
create index message_open on message (next_attempt) where state in ('waiting', 'claimed', 'failed');
-- what is still to reach a person ceases when their referral stops
create index message_to_person on message (recipient_id) where recipient_role = 'person';

-- Each try, by each channel. What a pause or an absent mail server keeps back was not tried.
-- signed_by: who posted or called; null where the mail server was given it.
-- status: the mail server's code, or a word of ours; null where somebody did it.
create table delivery (
    id          uuid        primary key,
    message_id  uuid        not null references message (id) on delete cascade,
    channel     text        not null check (channel in ('email', 'letter', 'call')),
    at          timestamptz not null,
    signed_by   signature,
    outcome     text        not null check (outcome in ('done', 'not-now', 'failed')),
    status      text,
    constraint delivery_by_hand_is_signed check ((channel = 'email') = (signed_by is null))
);
create index delivery_of_message on delivery (message_id);
