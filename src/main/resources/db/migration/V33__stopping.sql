-- Somebody told us that the person has died: from then on nothing is posted or sent to them.
alter table person add column died_recorded_at timestamptz;

-- Where we stopped a referral by ourselves nobody told us how.
alter table withdrawal alter column told_how drop not null;

-- Every stop is one kind of event, with its reason.
update event set kind = 'referral-stopped' where kind = 'referral-withdrawn';
