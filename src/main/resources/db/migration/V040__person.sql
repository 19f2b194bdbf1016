-- Who is referred and how to reach them. Columns of type bytea: with the person's key, except digests.

-- died_recorded_at: somebody told us that the person has died, and from then on nothing is posted or sent to them.
-- same_as: somebody has decided that this is the same person as another row's; each keeps its own key and referral.
-- indexed_with: with which secret the rows of person_index were made (its fingerprint); null until they are made.
create table person (
    id                  uuid    primary key,
    nhs_number          bytea,
    nhs_number_missing  text,
    given_name          bytea   not null,
    family_name         bytea   not null,
    called_name         bytea,
    born                bytea   not null,
    gender              bytea   not null,
    ethnicity           bytea   not null,
    address             bytea,
    phone               bytea,
    other_phone         bytea,
    mail                bytea,
    language            bytea   not null,
    interpreter         boolean not null,
    who_may_answer      bytea,
    best_times          bytea,
    died_recorded_at    timestamptz,
    same_as             uuid    references person (id) on delete set null,
    indexed_with        bytea,
    constraint person_is_the_same_as_another check (same_as <> id),
    constraint person_has_nhs_number_or_reason check ((nhs_number is null) = (nhs_number_missing is not null))
);
create index person_same_as on person (same_as) where same_as is not null;

-- One row for each way of reaching a person.
create table contact_way (
    person_id  uuid not null references person (id) on delete cascade,
    way        text not null check (way in ('call', 'voicemail', 'text', 'mail', 'letter')),
    safety     text not null check (safety in ('safe', 'unsafe', 'unknown')),
    primary key (person_id, way)
);

-- By what people are found again: keyed digests (HMAC, the secret is in no table), never the words themselves. kind: what
-- was digested; the same text of another kind has another digest.
create table person_index (
    person_id  uuid  not null references person (id) on delete cascade,
    kind       text  not null check (kind in ('nhs-number', 'name-and-birth', 'name-word', 'born', 'phone')),
    digest     bytea not null,
    primary key (kind, digest, person_id)
);
create index person_index_of_person on person_index (person_id);
