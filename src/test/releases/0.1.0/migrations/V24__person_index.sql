-- By what people are found again: keyed digests (HMAC, the secret is in no table), because what is sealed cannot be
-- compared. kind: what was digested; the same text of another kind has another digest.
create table person_index (
    person_id  uuid  not null references person (id) on delete cascade,
    kind       text  not null check (kind in ('nhs-number', 'name-and-birth', 'name-word', 'born', 'phone')),
    digest     bytea not null,
    primary key (kind, digest, person_id)
);
create index person_index_of_person on person_index (person_id);

-- With which secret the rows were made (its fingerprint); null: none are made yet. The application makes them at start.
alter table person add column indexed_with bytea;
