-- Who may sign in, what they may be, and which practices may refer.

create table team (
    id    uuid primary key,
    name  text not null,
    lead  uuid
);

-- The name and the mail address are sealed by the personal codec with the row's own key.
create table account (
    id            uuid primary key,
    username      text not null unique check (username = lower(username)),
    subject_key   bytea not null,
    display_name  bytea not null,
    mail          bytea,
    password_hash text not null,
    active        boolean not null default true
);

alter table team add foreign key (lead) references account (id);

create table account_role (
    account_id  uuid not null references account (id) on delete cascade,
    role        text not null,
    primary key (account_id, role)
);
create index account_role_role on account_role (role);

create table account_team (
    account_id  uuid not null references account (id) on delete cascade,
    team_id     uuid not null references team (id),
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

create table practice (
    id            uuid primary key,
    ods_code      text not null unique check (ods_code = upper(ods_code)),
    name          text not null,
    subject_key   bytea not null,
    mail          bytea not null,
    team_id       uuid not null references team (id),
    api_key_hash  text not null,
    active        boolean not null default true
);
