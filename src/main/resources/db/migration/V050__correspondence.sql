-- Who is to be told about what. No text and no address: both are read at sending.
-- neighbourhood_id: whose service writes; null where it is about the installation alone.

create table outbox (
    id                uuid        primary key,
    kind              text        not null,
    recipient_role    text        not null,
    recipient_id      uuid        not null,
    subject_id        uuid        not null,
    occasion_id       uuid        not null,
    neighbourhood_id  uuid        references neighbourhood (id),
    state             text        not null
        check (state in ('waiting', 'claimed', 'sent', 'dropped', 'failed', 'other-way', 'told-otherwise')),
    attempts          integer     not null default 0,
    next_attempt      timestamptz not null,
    claim             uuid,
    claim_expires     timestamptz,
    status            text,
    posted            timestamptz not null,
    settled           timestamptz,
    -- nobody is told twice on one occasion
    constraint outbox_tells_once unique (subject_id, kind, occasion_id, recipient_id),
    constraint outbox_is_claimed_whole check ((state = 'claimed') = (claim is not null and claim_expires is not null))
);
-- what the sender asks for every few seconds, and the metrics: never the many mails that are done
create index outbox_open on outbox (next_attempt) where state in ('waiting', 'claimed', 'failed');
-- what is still to reach a person ceases when their referral stops
create index outbox_to_person on outbox (recipient_id) where recipient_role = 'person';

-- Each time somebody posted a letter or called instead, or could not.
create table telling (
    id       uuid        primary key,
    mail_id  uuid        not null references outbox (id) on delete cascade,
    way      text        not null check (way in ('letter', 'call')),
    told     boolean     not null,
    told_by  signature   not null,
    told_at  timestamptz not null
);
create index telling_mail on telling (mail_id);
