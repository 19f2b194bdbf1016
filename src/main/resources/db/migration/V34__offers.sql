-- Answers beside yes and no. Columns of type bytea are sealed with the key of the referral's person.
alter table group_side
    alter column support drop not null,
    alter column enough_people drop not null,
    alter column place_suits drop not null,
    add column condition_kind  text,
    add column conditions      bytea,
    add column try_again_from  date,
    drop constraint group_side_answer_check,
    drop constraint group_side_check,
    add check (answer in ('accepted', 'accepted-with-conditions', 'not-now', 'declined')),
    add check (answer = 'not-now'
        or (support is not null and enough_people is not null and place_suits is not null)),
    add check ((condition_kind is not null and conditions is not null) = (answer = 'accepted-with-conditions')),
    add check ((try_again_from is not null) = (answer = 'not-now')),
    add check ((decline_reason is not null) = (answer in ('not-now', 'declined')));

-- What a group asked before it decided. spoken_with: who asked it on the phone, where a link worker recorded it.
create table question (
    id            uuid primary key,
    placement_id  uuid not null references placement (id) on delete cascade,
    text          bytea not null,
    spoken_with   bytea,
    asked_by      uuid not null references account (id),
    asked_at      timestamptz not null,
    reply         bytea,
    replied_by    uuid references account (id),
    replied_at    timestamptz,
    check ((reply is not null) = (replied_at is not null)),
    check ((reply is not null) = (replied_by is not null))
);
-- One question waits at a time.
create unique index question_waits on question (placement_id) where replied_at is null;
create index question_placement on question (placement_id);

-- Since when the clock of an open offer stands still, while a pause or a question lasts.
alter table placement add column stood_since date;
update placement set stood_since = paused.since from (
    select referral_id, min((paused_at at time zone 'Europe/London')::date) as since
    from pause where lifted_at is null group by referral_id) paused
where placement.referral_id = paused.referral_id and placement.state = 'offered';
