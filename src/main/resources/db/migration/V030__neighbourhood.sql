-- Neighbourhoods, their teams of link workers, practices that refer to them, and who is away.

-- phone, hours, reply_to: the service's own, told to everybody it writes to. Numbers: null is the installation's.
create table neighbourhood (
    id        uuid primary key,
    name      text not null,
    phone     text not null,
    hours     text not null,
    reply_to  text,
    contact_attempts      integer,
    contact_ways          integer,
    contact_days_apart    integer,
    reply_within          integer,
    routine_contact       integer,
    urgent_contact        integer,
    open_offers           integer,
    ask_within            integer,
    review_waiting_after  integer,
    check_stays_fresh     integer,
    remind_after          integer,
    phone_after           integer,
    lapse_after           integer,
    youngest_age          integer
);
create unique index neighbourhood_name on neighbourhood (lower(name));

alter table account_post add foreign key (neighbourhood_id) references neighbourhood (id);

create table team (
    id                uuid    primary key,
    neighbourhood_id  uuid    not null references neighbourhood (id),
    name              text    not null,
    lead              uuid    references account (id),
    deputy            uuid    references account (id),
    active            boolean not null default true,
    unique (id, neighbourhood_id)
);
create index team_of_neighbourhood on team (neighbourhood_id);
create index team_name on team (lower(name)) where active;

alter table account_team add foreign key (team_id) references team (id);

-- mail and the duty clinician's line: with the practice's key. valid_until: the last day its key for the API is taken.
create table practice (
    id                uuid    primary key,
    ods_code          text    not null unique,
    name              text    not null,
    neighbourhood_id  uuid    not null,
    team_id           uuid    not null,
    mail              bytea   not null,
    duty_name         bytea,
    duty_phone        bytea,
    api_key_hash      text    not null,
    valid_until       date,
    successor         uuid    references practice (id),
    active            boolean not null default true,
    constraint practice_is_of_its_teams_neighbourhood
        foreign key (team_id, neighbourhood_id) references team (id, neighbourhood_id),
    constraint practice_ods_code_is_in_capital_letters check (ods_code = upper(ods_code)),
    constraint practice_succeeds_another check (successor <> id)
);
create index practice_of_team on practice (team_id);
create index practice_of_neighbourhood on practice (neighbourhood_id);
create index practice_successor on practice (successor) where successor is not null;

-- The people of practices without a system: each works at one practice.
create table practice_staff (
    account_id   uuid primary key references account (id) on delete cascade,
    practice_id  uuid not null references practice (id)
);
create index practice_staff_of_practice on practice_staff (practice_id);

create table absence (
    id          uuid primary key,
    account_id  uuid not null references account (id) on delete cascade,
    first_day   date not null,
    last_day    date not null,
    stand_in    uuid not null references account (id),
    constraint absence_ends_after_it_begins check (last_day >= first_day),
    constraint absence_has_somebody_else_stand_in check (stand_in <> account_id)
);
create index absence_account on absence (account_id, last_day);
create index absence_stand_in on absence (stand_in, last_day);
