-- Who is referred, why, where it stands and what was agreed to. Columns of type bytea are sealed by the personal codec
-- with the person's own key, except the key itself and digests.

create table person (
    id                  uuid primary key,
    subject_key         bytea   not null,
    nhs_number          bytea,
    nhs_number_missing  text,
    given_name          bytea   not null,
    family_name         bytea   not null,
    called_name         bytea,
    born                bytea   not null,
    gender              bytea   not null,
    ethnicity           bytea   not null,
    address             bytea,
    phone               bytea,
    other_phone         bytea,
    mail                bytea,
    language            bytea   not null,
    interpreter         boolean not null,
    who_may_answer      bytea,
    best_times          bytea,
    constraint person_has_nhs_number_or_reason check ((nhs_number is null) = (nhs_number_missing is not null))
);

-- One row for each way of reaching a person.
create table contact_way (
    person_id  uuid not null references person (id) on delete cascade,
    way        text not null check (way in ('call', 'voicemail', 'text', 'mail', 'letter')),
    safety     text not null check (safety in ('safe', 'unsafe', 'unknown')),
    primary key (person_id, way)
);

create table referral (
    id                 uuid primary key,
    reference          text        not null unique,
    practice_id        uuid        not null references practice (id),
    team_id            uuid        not null references team (id),
    person_id          uuid        not null references person (id),
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
    urgency            text check (urgency in ('routine', 'urgent')),
    standing           text        not null,
    outcome            text,
    received_at        timestamptz not null,
    closed_at          timestamptz,
    constraint referral_is_closed_whole check (
        (standing = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null))
);
create index referral_of_practice on referral (practice_id, received_at);
create index referral_of_team on referral (team_id) where standing <> 'closed';
create index referral_of_person on referral (person_id);

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

-- Every answer about consent is kept; the newest one counts.
create table consent (
    id           uuid primary key,
    referral_id  uuid        not null references referral (id) on delete cascade,
    purpose      text        not null,
    group_id     uuid references community_group (id),
    given        boolean     not null,
    given_by     text        not null,
    decided_by   bytea,
    grounds      bytea,
    at           timestamptz not null,
    actor        text        not null,
    account_id   uuid references account (id),
    constraint consent_to_share_names_a_group check ((purpose = 'share-with-group') = (group_id is not null)),
    constraint consent_of_others_is_grounded check (
        given_by = 'person' or (decided_by is not null and grounds is not null))
);
create index consent_of_referral on consent (referral_id, at);
