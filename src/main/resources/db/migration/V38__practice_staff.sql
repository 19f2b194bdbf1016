-- The people of practices without a system: each works at one practice.
create table practice_staff (
    account_id   uuid primary key references account (id) on delete cascade,
    practice_id  uuid not null references practice (id)
);
create index practice_staff_of_practice on practice_staff (practice_id);
