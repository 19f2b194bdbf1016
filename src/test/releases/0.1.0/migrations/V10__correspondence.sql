-- The outbox: who is to be told about what. No text and no address; both are read at sending.
create table outbox (
    id             uuid        primary key,
    kind           text        not null,
    recipient_role text        not null,
    recipient_id   uuid        not null,
    subject_id     uuid        not null,
    occasion_id    uuid        not null,
    state          text        not null
        check (state in ('waiting', 'claimed', 'sent', 'dropped', 'failed', 'told-otherwise')),
    attempts       integer     not null default 0,
    next_attempt   timestamptz not null,
    claim          uuid,
    claim_expires  timestamptz,
    status         text,
    posted         timestamptz not null,
    settled        timestamptz,
    unique (subject_id, kind, occasion_id, recipient_id),
    check ((state = 'claimed') = (claim is not null and claim_expires is not null))
);

-- what the sender asks for every few seconds, and the metrics: never the many mails that are done
create index outbox_open on outbox (next_attempt) where state in ('waiting', 'claimed', 'failed');
