-- Setting up and changing who works here: a practice's duty line, last day and successor; a team's deputy and end;
-- passwords made for somebody; who is away, and who stands in.

-- The duty clinician's line is sealed by the personal codec with the row's own key.
alter table practice
    add column duty_name    bytea,
    add column duty_phone   bytea,
    -- the last day its key is taken
    add column valid_until  date,
    add column successor    uuid references practice (id) check (successor <> id);

alter table team
    add column deputy  uuid references account (id),
    add column active  boolean not null default true;

-- The password was made by us and shown once: its owner chooses another before doing anything else.
alter table account
    add column password_is_temporary  boolean not null default false;

create table absence (
    id          uuid primary key,
    account_id  uuid not null references account (id) on delete cascade,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    stand_in    uuid not null references account (id) check (stand_in <> account_id)
);
create index absence_account on absence (account_id, last_day);
create index absence_stand_in on absence (stand_in, last_day);
