-- Who may sign in, and what they may be.

-- display_name and mail: with the account's key. password_is_temporary: made by us and shown once, so its owner chooses
-- another before doing anything else. indexed_with: with which secret the rows of account_name were made (its fingerprint);
-- null until they are made.
create table account (
    id                     uuid    primary key,
    username               text    not null unique,
    display_name           bytea   not null,
    mail                   bytea,
    password_hash          text    not null,
    password_is_temporary  boolean not null,
    active                 boolean not null default true,
    indexed_with           bytea,
    constraint account_username_is_in_small_letters check (username = lower(username))
);

create table account_role (
    account_id  uuid not null references account (id) on delete cascade,
    role        text not null,
    primary key (account_id, role)
);
create index account_role_role on account_role (role);

-- Who is or was safeguarding lead, clinical supervisor or manager of a neighbourhood, or a deputy: never deleted while the
-- account is there. Neighbourhoods live in a higher room: no foreign key upwards.
create table account_post (
    id                uuid        primary key,
    account_id        uuid        not null references account (id) on delete cascade,
    post              text        not null
        check (post in ('clinical-supervisor', 'clinical-deputy', 'safeguarding-lead', 'safeguarding-deputy',
                'manager')),
    neighbourhood_id  uuid        not null,
    since             timestamptz not null,
    until             timestamptz,
    constraint account_post_ends_after_it_begins check (until >= since)
);
create unique index account_post_held on account_post (account_id, post, neighbourhood_id) where until is null;
create index account_post_holders on account_post (neighbourhood_id, post) where until is null;

-- By what accounts are found by name: keyed digests (HMAC, the secret is in no table) of the name's words, never the words.
create table account_name (
    account_id  uuid  not null references account (id) on delete cascade,
    kind        text  not null check (kind = 'word-of-account'),
    digest      bytea not null,
    primary key (kind, digest, account_id)
);
create index account_name_of_account on account_name (account_id);

-- The teams somebody works in.
create table account_team (
    account_id  uuid not null references account (id) on delete cascade,
    team_id     uuid not null,
    primary key (account_id, team_id)
);
create index account_team_team on account_team (team_id);

-- Who decides for community groups, with an account or without. name and mail: with the organiser's own key; null where there is
-- an account, because then the account's hold; those are found by account_name, the others by organiser_name. indexed_with: as
-- the account's.
create table organiser (
    id           uuid  primary key,
    account_id   uuid  unique references account (id) on delete cascade,
    name         bytea,
    mail         bytea,
    phone        bytea,
    indexed_with bytea,
    constraint organiser_is_named_once check ((account_id is null) = (name is not null)),
    constraint organiser_is_written_to_once check (account_id is null or mail is null)
);

create table organiser_name (
    organiser_id  uuid  not null references organiser (id) on delete cascade,
    kind          text  not null check (kind = 'word-of-organiser'),
    digest        bytea not null,
    primary key (kind, digest, organiser_id)
);
create index organiser_name_of_organiser on organiser_name (organiser_id);

-- The community groups somebody decides for. Groups live in a higher room: no foreign keys upwards.
create table organiser_group (
    organiser_id  uuid not null references organiser (id) on delete cascade,
    group_id      uuid not null,
    primary key (organiser_id, group_id)
);
create index organiser_group_group on organiser_group (group_id);
