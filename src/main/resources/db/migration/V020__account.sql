-- Who may sign in, and what they may be.

-- display_name and mail: with the row's own key. password_is_temporary: made by us and shown once, so its owner chooses
-- another before doing anything else.
create table account (
    id                     uuid    primary key,
    username               text    not null unique,
    subject_key            bytea   not null,
    display_name           bytea   not null,
    mail                   bytea,
    password_hash          text    not null,
    password_is_temporary  boolean not null,
    active                 boolean not null default true,
    constraint account_username_is_in_small_letters check (username = lower(username))
);

create table account_role (
    account_id  uuid not null references account (id) on delete cascade,
    role        text not null,
    primary key (account_id, role)
);
create index account_role_role on account_role (role);

-- The teams somebody works in.
create table account_team (
    account_id  uuid not null references account (id) on delete cascade,
    team_id     uuid not null,
    primary key (account_id, team_id)
);
create index account_team_team on account_team (team_id);

-- The community groups somebody decides for. Groups live in a higher room: no foreign key upwards.
create table account_group (
    account_id  uuid not null references account (id) on delete cascade,
    group_id    uuid not null,
    primary key (account_id, group_id)
);
create index account_group_group on account_group (group_id);
