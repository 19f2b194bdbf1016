-- The directory of community groups, and the places in them.

-- Who meets people and the group's number are sealed by the personal codec with the row's own key.
create table community_group (
    id                  uuid primary key,
    name                text not null,
    does                text not null,
    kind                text not null check (kind in ('informal', 'volunteer-run', 'paid')),
    tier                text not null check (tier in ('signpost-only', 'accompanied', 'full')),
    meets               text[] not null,
    offers              text[] not null,
    minimum_age         integer,
    maximum_age         integer,
    audience            text not null check (audience in ('everybody', 'women', 'men')),
    only_with_need      text[] not null,
    languages           text[] not null,
    cost                text,
    weeks               integer check (weeks > 0),
    places              integer not null check (places > 0),
    new_people_a_month  integer not null check (new_people_a_month > 0),
    open_offers         integer not null check (open_offers > 0),
    address             text not null,
    address_is_public   boolean not null,
    district            text not null,
    nearby              text[] not null,
    travel              text,
    subject_key         bytea not null,
    meets_people        bytea not null,
    phone               bytea
);

-- day: 1 is Monday, 7 is Sunday. Times are those of Europe/London.
create table group_session (
    group_id  uuid not null references community_group (id) on delete cascade,
    day       integer not null check (day between 1 and 7),
    starts    time not null,
    ends      time not null check (ends > starts),
    primary key (group_id, day, starts)
);

-- One row for each time a seat was promised. Placements and referrals live in higher rooms: no foreign keys upwards.
create table place (
    id             uuid primary key,
    group_id       uuid not null references community_group (id),
    placement_id   uuid not null,
    referral_id    uuid not null,
    seat           integer not null check (seat > 0),
    state          text not null check (state in ('held', 'taken', 'given-back')),
    held_at        timestamptz not null,
    taken_at       timestamptz check (state <> 'taken' or taken_at is not null),
    given_back_at  timestamptz check ((given_back_at is not null) = (state = 'given-back')),
    why            text check ((why is not null) = (state = 'given-back')),
    last_day       date
);
-- The guard behind the group's lock: a seat is promised to one at a time, and a placement has one seat.
create unique index place_seat on place (group_id, seat) where state <> 'given-back';
create unique index place_placement on place (placement_id) where state <> 'given-back';
create index place_placement_all on place (placement_id);
create index place_last_day on place (last_day) where state = 'taken';
