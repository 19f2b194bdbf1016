-- From when a group takes nobody, and why. A closure that has begun was told to whoever it concerns.
create table group_closure (
    id           uuid primary key,
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

-- What somebody wants whose group is closed or suspended. The note is sealed with the person's key.
create table another_looked_for (
    id            uuid primary key,
    placement_id  uuid        not null references placement (id) on delete cascade,
    next          text        not null check (next in ('choose-others', 'nothing', 'stays', 'not-reached')),
    note          bytea,
    recorded_by   uuid        not null references account (id),
    recorded_at   timestamptz not null
);
create index another_looked_for_placement on another_looked_for (placement_id);
