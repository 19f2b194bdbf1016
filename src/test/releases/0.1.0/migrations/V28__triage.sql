-- What triage finds and people decide: referrals that go back, open referrals that may be about the same person, and the
-- referral that came before.
alter table referral
    add column sent_back_for text,
    add column previous_id uuid references referral (id) on delete set null;
create index referral_previous on referral (previous_id) where previous_id is not null;

-- Found when a referral came: referrals that were open then and may be about the same person.
create table referral_match (
    referral_id        uuid    not null references referral (id) on delete cascade,
    match_id           uuid    not null references referral (id) on delete cascade,
    by_nhs_number      boolean not null,
    by_name_and_birth  boolean not null,
    primary key (referral_id, match_id)
);
create index referral_match_match on referral_match (match_id);

-- What somebody decided about it, once. match_id: the referral that took up what was asked.
create table match_decision (
    referral_id  uuid primary key references referral (id) on delete cascade,
    decision     text        not null check (decision in ('join', 'keep-apart', 'refuse')),
    match_id     uuid references referral (id) on delete cascade,
    decided_by   uuid references account (id),
    decided_at   timestamptz not null,
    constraint match_decision_joins_to_one check ((decision = 'join') = (match_id is not null))
);
create index match_decision_match on match_decision (match_id) where match_id is not null;
