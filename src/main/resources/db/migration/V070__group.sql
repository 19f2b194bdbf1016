-- The directory of community groups, the places in them, and when they take nobody.

-- address, meets_people and phone: with the group's key, since some meet in somebody's home. price: pence for one session, null where it is free or differs.
create table community_group (
    id                  uuid    primary key,
    neighbourhood_id    uuid    not null references neighbourhood (id),
    name                text    not null,
    does                text    not null,
    kind                text    not null check (kind in ('informal', 'volunteer-run', 'paid')),
    tier                text    not null check (tier in ('signpost-only', 'accompanied', 'full')),
    meets               text[]  not null,
    offers              text[]  not null,
    minimum_age         integer,
    maximum_age         integer,
    audience            text    not null check (audience in ('everybody', 'women', 'men')),
    only_with_need      text[]  not null,
    languages           text[]  not null,
    cost                text,
    price               integer check (price > 0),
    weeks               integer check (weeks > 0),
    places              integer not null check (places > 0),
    new_people_a_month  integer not null check (new_people_a_month > 0),
    open_offers         integer not null check (open_offers > 0),
    waiting_list        boolean not null,
    from_home           boolean not null,
    address             bytea   not null,
    address_is_public   boolean not null,
    district            text    not null,
    nearby              text[]  not null,
    travel              text,
    meets_people        bytea   not null,
    phone               bytea
);

create index community_group_of_neighbourhood on community_group (neighbourhood_id);
create index community_group_in_order on community_group (name, id);
create index community_group_name on community_group (lower(name));

-- Other neighbourhoods that may send people to a group, besides the one where it is at home.
create table group_also_for (
    group_id          uuid not null references community_group (id) on delete cascade,
    neighbourhood_id  uuid not null references neighbourhood (id),
    primary key (group_id, neighbourhood_id)
);
create index group_also_for_neighbourhood on group_also_for (neighbourhood_id);

-- day: 1 is Monday, 7 is Sunday. Times are those of Europe/London.
create table group_session (
    group_id  uuid    not null references community_group (id) on delete cascade,
    day       integer not null check (day between 1 and 7),
    starts    time    not null,
    ends      time    not null,
    primary key (group_id, day, starts),
    constraint group_session_ends_after_it_starts check (ends > starts)
);

-- One row for each time a seat was promised. Placements and referrals live in higher rooms: no foreign keys upwards.
create table place (
    id             uuid        primary key,
    group_id       uuid        not null references community_group (id),
    placement_id   uuid        not null,
    referral_id    uuid        not null,
    seat           integer     not null check (seat > 0),
    state          text        not null check (state in ('held', 'taken', 'given-back')),
    held_at        timestamptz not null,
    taken_at       timestamptz,
    last_day       date,
    given_back_at  timestamptz,
    why            text,
    constraint place_is_taken_whole check (state <> 'taken' or taken_at is not null),
    constraint place_is_given_back_whole check (
        (given_back_at is not null) = (state = 'given-back') and (why is not null) = (state = 'given-back'))
);
-- The guard behind the group's lock: a seat is promised to one at a time, and a placement has one seat.
create unique index place_seat on place (group_id, seat) where state <> 'given-back';
create unique index place_placement on place (placement_id) where state <> 'given-back';
create index place_placement_all on place (placement_id);
create index place_last_day on place (last_day) where state = 'taken';

-- From when a group takes nobody, and why. A closure that has begun was told to whoever it concerns.
create table group_closure (
    id           uuid        primary key,
    group_id     uuid        not null references community_group (id),
    kind         text        not null check (kind in ('closed', 'suspended')),
    reason       text        not null,
    from_day     date        not null,
    recorded_at  timestamptz not null,
    begun_at     timestamptz,
    reopened_at  timestamptz
);
-- A group has one closure at a time.
create unique index group_closure_open on group_closure (group_id) where reopened_at is null;
