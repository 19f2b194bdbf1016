-- What matching asks about besides what release 0.1.0 knew. price: pence for one session, null where it is free or differs.
alter table community_group
    add column price         integer check (price > 0),
    add column from_home     boolean not null default false,
    add column waiting_list  boolean not null default false;

-- also_speaks is sealed by the personal codec with the key of the referral's person.
alter table conversation
    add column spending     text check (spending in ('free-only', 'little', 'anything')),
    add column also_speaks  bytea;
