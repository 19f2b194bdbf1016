-- What figures are counted from, so that none of them ever opens a sealed value. Nothing here names anybody.

-- One row for each referral, written as things happen. Erasure cuts it loose from its referral and keeps it: then days become
-- the first day of their quarter, the link worker goes, and what could tell somebody apart stays only where many share it.
-- deprivation: decile of the place, 1 the most deprived; null where nobody knows.
create table referral_fact (
    id                uuid     primary key,
    referral_id       uuid     unique references referral (id) on delete restrict,
    neighbourhood_id  uuid     not null references neighbourhood (id),
    team_id           uuid     not null references team (id),
    practice_id       uuid     not null references practice (id),
    link_worker       uuid     references account (id),
    district          text,
    deprivation       integer  check (deprivation between 1 and 10),
    age_group         text     not null,
    gender            text     not null,
    ethnicity         text,
    needs             text[],
    support           text[]   not null,
    urgency           text,
    received_on       date     not null,
    first_contact_on  date,
    offer_on          date,
    session_on        date,
    closed_on         date,
    outcome           text,
    constraint referral_fact_cut_loose_has_no_link_worker check (referral_id is not null or link_worker is null),
    constraint referral_fact_is_closed_whole check ((closed_on is null) = (outcome is null))
);
create index referral_fact_of_neighbourhood on referral_fact (neighbourhood_id, received_on);
create index referral_fact_alike on referral_fact (district, ethnicity, needs);

-- A number, or why it was not asked. week: 0 at the first conversation, else that of the look-back.
create table referral_fact_score (
    fact_id    uuid    not null references referral_fact (id) on delete cascade,
    week       integer not null check (week >= 0),
    measure    text    not null,
    score      integer,
    not_asked  text,
    primary key (fact_id, week, measure),
    constraint referral_fact_score_or_the_reason_why_not check ((score is null) = (not_asked is not null))
);
