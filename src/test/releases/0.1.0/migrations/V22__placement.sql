-- Choices of groups, placements and what was said on their way. Columns of type bytea are sealed by the personal codec
-- with the key of the referral's person.

-- One row for each time a person and their link worker chose.
create table choice (
    referral_id  uuid not null references referral (id) on delete cascade,
    round        integer not null check (round > 0),
    outcome      text not null check (outcome in ('try', 'no-suitable-group')),
    reason       text check ((reason is not null) = (outcome = 'no-suitable-group')),
    note         bytea,
    made_by      uuid references account (id),
    made_at      timestamptz not null,
    primary key (referral_id, round)
);

create table placement (
    id                uuid primary key,
    referral_id       uuid not null,
    round             integer not null,
    group_id          uuid not null references community_group (id),
    state             text not null
        check (state in ('chosen', 'offered', 'accepted', 'agreed', 'attended', 'ended')),
    end_reason        text check ((end_reason is not null) = (state = 'ended')),
    verdict           text check (verdict in ('go-ahead', 'second-opinion', 'not-this-group')),
    answer_by         date,
    remind_on         date,
    reminded_at       timestamptz,
    first_session_on  date,
    first_session_at  time,
    first_session_in  bytea,
    met_by            bytea,
    accompanied       boolean,
    foreign key (referral_id, round) references choice (referral_id, round) on delete cascade,
    unique (referral_id, round, group_id),
    check (state <> 'offered' or answer_by is not null),
    check (state not in ('agreed', 'attended') or first_session_on is not null)
);
create index placement_group on placement (group_id);
create index placement_to_remind on placement (remind_on) where state = 'offered' and reminded_at is null;
-- A person tries a group once at a time.
create unique index placement_open on placement (referral_id, group_id) where state not in ('attended', 'ended');

-- The person's side of the safety check, as a link worker signed it for one placement.
create table person_side (
    placement_id     uuid primary key references placement (id) on delete cascade,
    communication    bytea,
    mobility         bytea,
    transport        bytea,
    health           bytea,
    companion        bytea,
    support          text[] not null,
    gap_covered      boolean not null,
    gap_arrangement  bytea,
    risk_to_self     text not null check (risk_to_self in ('none', 'managed', 'unresolved')),
    risk_to_others   text not null check (risk_to_others in ('none', 'managed', 'unresolved')),
    risk_from_others text not null check (risk_from_others in ('none', 'managed', 'unresolved')),
    risk_on_visit    text not null check (risk_on_visit in ('none', 'managed', 'unresolved')),
    safeguarding     boolean not null,
    risk_note        bytea,
    instruction      bytea,
    signed_by        uuid not null references account (id),
    signed_at        timestamptz not null
);

create table second_opinion (
    placement_id  uuid primary key references placement (id) on delete cascade,
    verdict       text not null check (verdict in ('go-ahead', 'not-this-group')),
    reason        bytea not null,
    given_by      uuid not null references account (id),
    given_at      timestamptz not null
);

-- The group's side of the check and its answer. spoken_with: who said it on the phone, where a link worker recorded it.
create table group_side (
    placement_id    uuid primary key references placement (id) on delete cascade,
    support         text not null check (support in ('yes', 'partly', 'no')),
    enough_people   boolean not null,
    place_suits     boolean not null,
    contact_on_day  bytea,
    answer          text not null check (answer in ('accepted', 'declined')),
    decline_reason  text check ((decline_reason is not null) = (answer = 'declined')),
    note            bytea,
    spoken_with     bytea,
    answered_by     uuid not null references account (id),
    answered_at     timestamptz not null
);

create table organiser_call (
    id            uuid primary key,
    placement_id  uuid not null references placement (id) on delete cascade,
    reached       boolean not null,
    spoken_with   bytea,
    agreed        bytea,
    called_by     uuid not null references account (id),
    called_at     timestamptz not null
);
create index organiser_call_placement on organiser_call (placement_id);

create table person_answer (
    placement_id  uuid primary key references placement (id) on delete cascade,
    says          text not null check (says in ('yes', 'no')),
    reason        text check ((reason is not null) = (says = 'no')),
    note          bytea,
    asked_by      uuid not null references account (id),
    asked_at      timestamptz not null
);

create table first_session (
    placement_id  uuid primary key references placement (id) on delete cascade,
    attended      boolean not null,
    note          bytea,
    recorded_by   uuid not null references account (id),
    recorded_at   timestamptz not null
);

create table withdrawal (
    referral_id  uuid primary key references referral (id) on delete cascade,
    reason       text not null,
    told_by      text not null,
    told_how     text not null,
    narrative    bytea,
    recorded_by  uuid references account (id),
    recorded_at  timestamptz not null
);
