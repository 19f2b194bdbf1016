-- Choices of groups, placements and what was said on their way. Columns of type bytea: with the key of the referral's
-- person.

-- choice

-- One row for each time a person and their link worker chose. override_reason: why a group was chosen that fits less
-- well than another.
create table choice (
    referral_id      uuid        not null references referral (id) on delete cascade,
    round            integer     not null check (round > 0),
    outcome          text        not null check (outcome in ('try', 'nothing-more', 'signposted', 'no-suitable-group')),
    reason           text,
    note             bytea,
    override_reason  text,
    override_note    bytea,
    made_by          signature   not null,
    made_at          timestamptz not null,
    primary key (referral_id, round),
    constraint choice_of_no_group_has_a_reason check ((reason is not null) = (outcome = 'no-suitable-group'))
);

-- Groups the person would like after those being tried: what the next choice starts from. place: counted from 1.
create table preference (
    referral_id  uuid    not null references referral (id) on delete cascade,
    group_id     uuid    not null references community_group (id),
    place        integer not null check (place > 0),
    primary key (referral_id, group_id)
);

-- Groups the person does not want to go to, until they say otherwise.
create table not_there (
    referral_id  uuid        not null references referral (id) on delete cascade,
    group_id     uuid        not null references community_group (id),
    said_at      timestamptz not null,
    primary key (referral_id, group_id)
);

-- What no group could meet, to be counted: nothing here tells who it was once the referral has gone.
create table unmet_need (
    id           uuid primary key,
    referral_id  uuid references referral (id) on delete set null,
    need         text not null,
    district     text,
    reason       text not null,
    recorded_on  date not null
);
create index unmet_need_referral on unmet_need (referral_id);
create index unmet_need_recorded on unmet_need (recorded_on);

-- the placement itself

-- ask_again_from: the day a group gave that said not now. stood_since: since when the clock of an open offer stands still, while a pause or a question lasts. accompanied_by:
-- who comes along to the first session, null where nobody does. left_on: the last day of somebody who came and does not
-- go there any more.
create table placement (
    id                uuid        primary key,
    referral_id       uuid        not null,
    neighbourhood_id  uuid        not null references neighbourhood (id),
    round             integer     not null,
    group_id          uuid        not null references community_group (id),
    would_wait        boolean     not null,
    state             text        not null check (
        state in ('chosen', 'waiting', 'asked', 'offered', 'accepted', 'agreed', 'attended', 'ended')),
    end_reason        text,
    verdict           text        check (verdict in ('go-ahead', 'second-opinion', 'not-this-group')),
    remind_on         date,
    reminded_at       timestamptz,
    answer_by         date,
    stood_since       date,
    ask_again_from    date,
    first_session_on  date,
    first_session_at  time,
    first_session_in  bytea,
    met_by            bytea,
    accompanied_by    bytea,
    left_on           date,
    left_because      text,
    left_note         bytea,
    left_recorded_by  signature,
    left_recorded_at  timestamptz,
    foreign key (referral_id, round) references choice (referral_id, round) on delete cascade,
    constraint placement_is_chosen_once_a_round unique (referral_id, round, group_id),
    constraint placement_ends_for_a_reason check ((end_reason is not null) = (state = 'ended')),
    constraint placement_that_is_offered_has_a_day check (state <> 'offered' or answer_by is not null),
    constraint placement_that_is_agreed_has_a_session check (
        state not in ('agreed', 'attended') or first_session_on is not null),
    constraint placement_is_left_after_coming check (left_on is null or state = 'attended'),
    constraint placement_is_left_whole check (
        (left_on is not null) = (left_because is not null)
        and (left_on is not null) = (left_recorded_by is not null)
        and (left_on is not null) = (left_recorded_at is not null))
);
create index placement_group on placement (group_id);
create index placement_on_list on placement (group_id) where state in ('waiting', 'asked');
create index placement_to_remind on placement (remind_on) where state = 'offered' and reminded_at is null;
-- A person tries a group once at a time.
create unique index placement_open on placement (referral_id, group_id) where state not in ('attended', 'ended');

-- check

-- The person's side of the safety check, as a link worker signed it for one placement.
create table person_side (
    placement_id      uuid        primary key references placement (id) on delete cascade,
    communication     bytea,
    mobility          bytea,
    transport         bytea,
    health            bytea,
    companion         bytea,
    support           text[]      not null,
    gap_covered       boolean     not null,
    gap_arrangement   bytea,
    risk_to_self      text        not null check (risk_to_self in ('none', 'managed', 'unresolved')),
    risk_to_others    text        not null check (risk_to_others in ('none', 'managed', 'unresolved')),
    risk_from_others  text        not null check (risk_from_others in ('none', 'managed', 'unresolved')),
    risk_on_visit     text        not null check (risk_on_visit in ('none', 'managed', 'unresolved')),
    safeguarding      boolean     not null,
    risk_note         bytea,
    instruction       bytea,
    signed_by         signature   not null,
    signed_at         timestamptz not null
);

create table second_opinion (
    placement_id  uuid        primary key references placement (id) on delete cascade,
    verdict       text        not null check (verdict in ('go-ahead', 'not-this-group')),
    reason        bytea       not null,
    given_by      signature   not null,
    given_at      timestamptz not null
);

-- A person's side that was looked at again after a long wait, and the opinion about it, as they were before: rows move
-- here as they are.
create table person_side_before (
    like person_side,
    foreign key (placement_id) references placement (id) on delete cascade
);
create index person_side_before_placement on person_side_before (placement_id);

create table second_opinion_before (
    like second_opinion,
    foreign key (placement_id) references placement (id) on delete cascade
);
create index second_opinion_before_placement on second_opinion_before (placement_id);

-- waiting

-- A placement that is or was on its group's waiting list: whether it is follows from the placement's state. The line goes
-- by in_line_since: the day it joined, or a later one where it went to the end. passed_over: nobody could ask in time; no
-- place is held until the person has been asked whether they stay.
create table waiting (
    placement_id   uuid        primary key references placement (id) on delete cascade,
    joined_at      timestamptz not null,
    in_line_since  timestamptz not null,
    review_on      date        not null,
    passed_over    boolean     not null default false,
    ask_by         date,
    times_passed   integer     not null default 0,
    ended_by       text,
    note           bytea
);

-- offer

-- The group's side of the check and its answer. spoken_with: who said it on the phone, where a link worker recorded it.
create table group_side (
    placement_id    uuid        primary key references placement (id) on delete cascade,
    support         text        check (support in ('yes', 'partly', 'no')),
    enough_people   boolean,
    place_suits     boolean,
    contact_on_day  bytea,
    answer          text        not null
        check (answer in ('accepted', 'accepted-with-conditions', 'not-now', 'declined')),
    condition_kind  text,
    conditions      bytea,
    decline_reason  text,
    note            bytea,
    spoken_with     bytea,
    answered_by     signature   not null,
    answered_at     timestamptz not null,
    constraint group_side_is_checked_unless_not_now check (
        answer = 'not-now' or (support is not null and enough_people is not null and place_suits is not null)),
    constraint group_side_says_its_conditions check (
        (condition_kind is not null and conditions is not null) = (answer = 'accepted-with-conditions')),
    constraint group_side_says_no_for_a_reason check (
        (decline_reason is not null) = (answer in ('not-now', 'declined')))
);

-- What a group asked before it decided. spoken_with: who asked it on the phone, where a link worker recorded it.
create table question (
    id            uuid        primary key,
    placement_id  uuid        not null references placement (id) on delete cascade,
    text          bytea       not null,
    spoken_with   bytea,
    asked_by      signature   not null,
    asked_at      timestamptz not null,
    reply         bytea,
    replied_by    signature,
    replied_at    timestamptz,
    constraint question_is_answered_whole check (
        (reply is not null) = (replied_at is not null) and (reply is not null) = (replied_by is not null))
);
-- One question waits at a time.
create unique index question_waits on question (placement_id) where replied_at is null;
create index question_placement on question (placement_id);

create table organiser_call (
    id            uuid        primary key,
    placement_id  uuid        not null references placement (id) on delete cascade,
    reached       boolean     not null,
    spoken_with   bytea,
    agreed        bytea,
    called_by     signature   not null,
    called_at     timestamptz not null
);
create index organiser_call_placement on organiser_call (placement_id);

-- first session

-- What the person says to a group that said yes.
create table person_answer (
    placement_id  uuid        primary key references placement (id) on delete cascade,
    says          text        not null check (says in ('yes', 'no')),
    reason        text,
    note          bytea,
    asked_by      signature   not null,
    asked_at      timestamptz not null,
    constraint person_answer_is_no_for_a_reason check ((reason is not null) = (says = 'no'))
);

-- A first session that was missed may be tried once more: a row for each. missed_because, try_again, missed_note: what
-- the person said after a missed one.
create table first_session (
    placement_id    uuid        not null references placement (id) on delete cascade,
    attempt         integer     not null check (attempt > 0),
    attended        boolean     not null,
    note            bytea,
    recorded_by     signature   not null,
    recorded_at     timestamptz not null,
    missed_because  text,
    try_again       boolean,
    missed_note     bytea,
    asked_by        signature,
    asked_at        timestamptz,
    primary key (placement_id, attempt),
    constraint first_session_was_missed_or_not check (missed_because is null or not attended),
    constraint first_session_is_asked_after_whole check (
        (missed_because is not null) = (try_again is not null)
        and (missed_because is not null) = (asked_by is not null)
        and (missed_because is not null) = (asked_at is not null))
);

-- ending

-- Why a referral must not go on, and who told us; where we stopped it by ourselves nobody told us how.
create table stop (
    referral_id  uuid        primary key references referral (id) on delete cascade,
    reason       text        not null,
    told_by      text        not null,
    told_how     text,
    narrative    bytea,
    recorded_by  signature   not null,
    recorded_at  timestamptz not null
);

-- What somebody wants whose group is closed or suspended.
create table another_looked_for (
    id            uuid        primary key,
    placement_id  uuid        not null references placement (id) on delete cascade,
    next          text        not null check (next in ('choose-others', 'nothing', 'stays', 'not-reached')),
    note          bytea,
    recorded_by   signature   not null,
    recorded_at   timestamptz not null
);
create index another_looked_for_placement on another_looked_for (placement_id);
