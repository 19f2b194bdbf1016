-- Why somebody is referred, where it stands, and what was agreed to. Columns of type bytea: with the person's key,
-- except digests.

-- neighbourhood_id: its practice's when it was made. sent_back_for: why it went back to the practice. previous_id: the closed
-- referral that came before. link_worker: who looks after the person; null while it is the whole team.
create table referral (
    id                 uuid        primary key,
    reference          text        not null unique,
    practice_id        uuid        not null references practice (id),
    neighbourhood_id   uuid        not null references neighbourhood (id),
    team_id            uuid        not null references team (id),
    person_id          uuid        not null references person (id),
    link_worker        uuid        references account (id),
    previous_id        uuid        references referral (id) on delete set null,
    own_number         bytea,
    referrer           bytea       not null,
    referrer_role      bytea       not null,
    reason             bytea       not null,
    needs              text[]      not null,
    support            text[]      not null,
    requirements       bytea,
    risk               text        not null check (risk in ('none', 'managed', 'unresolved')),
    risk_narrative     bytea,
    risk_instruction   bytea,
    requested_urgency  text        not null check (requested_urgency in ('routine', 'urgent')),
    urgency            text        check (urgency in ('routine', 'urgent')),
    received_at        timestamptz not null,
    standing           text        not null,
    sent_back_for      text,
    outcome            text,
    closed_at          timestamptz,
    constraint referral_is_closed_whole check (
        (standing = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null))
);
create index referral_of_practice on referral (practice_id, received_at);
create index referral_of_team on referral (team_id) where standing <> 'closed';
create index referral_of_person on referral (person_id);
create index referral_of_link_worker on referral (link_worker) where standing <> 'closed';
create index referral_previous on referral (previous_id) where previous_id is not null;

-- linkworker

-- Who looked after the person since when, and why it changed; account_id: null for the whole team.
create table link_worker (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    account_id   uuid        references account (id),
    since        timestamptz not null,
    why          text        not null,
    signed_by    signature   not null
);
create index link_worker_of_referral on link_worker (referral_id, since);

-- intake

-- What a practice may send again: its own number, or the key of its request. The digests recognise a message without
-- keeping it; the primary key decides who was first when several come at once.
create table referral_receipt (
    practice_id  uuid  not null references practice (id),
    kind         text  not null check (kind in ('own-number', 'key')),
    digest       bytea not null,
    content      bytea not null,
    referral_id  uuid  not null references referral (id) on delete cascade deferrable initially deferred,
    primary key (practice_id, kind, digest)
);
create index referral_receipt_of_referral on referral_receipt (referral_id);

-- duplicate

-- Found when a referral came: others that were open then and may be about the same person.
create table possible_duplicate (
    referral_id        uuid    not null references referral (id) on delete cascade,
    other_id           uuid    not null references referral (id) on delete cascade,
    by_nhs_number      boolean not null,
    by_name_and_birth  boolean not null,
    primary key (referral_id, other_id)
);
create index possible_duplicate_other on possible_duplicate (other_id);

-- What somebody decided about it, once. other_id: the referral that took up what was asked.
create table duplicate_decision (
    referral_id  uuid        primary key references referral (id) on delete cascade,
    decision     text        not null check (decision in ('join', 'keep-apart', 'refuse')),
    other_id     uuid        references referral (id) on delete cascade,
    decided_by   signature   not null,
    decided_at   timestamptz not null,
    constraint duplicate_decision_joins_to_one check ((decision = 'join') = (other_id is not null))
);
create index duplicate_decision_other on duplicate_decision (other_id) where other_id is not null;

-- consent

-- Every answer about consent is kept; the newest one counts.
create table consent (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    purpose      text        not null,
    group_id     uuid        references community_group (id),
    given        boolean     not null,
    given_by     text        not null,
    decided_by   bytea,
    grounds      bytea,
    at           timestamptz not null,
    role         text        not null,
    signed_by    signature   not null,
    constraint consent_to_share_names_a_group check ((purpose = 'share-with-group') = (group_id is not null)),
    constraint consent_of_others_is_grounded check (
        given_by = 'person' or (decided_by is not null and grounds is not null))
);
create index consent_of_referral on consent (referral_id, at);

-- death

-- A death was recorded for somebody with the same NHS number: what the team of another referral found out about theirs.
-- Until they have answered nothing is sent to that person.
create table death_answer (
    id           uuid        primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    at           timestamptz not null,
    answer       text        not null check (answer in ('died', 'somebody-else')),
    how          bytea       not null,
    signed_by    signature   not null
);
create index death_answer_of_referral on death_answer (referral_id, at);
