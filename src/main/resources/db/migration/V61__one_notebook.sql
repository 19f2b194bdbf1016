-- One place for what is written down about a person: contacts that no task asked for are notes too, with how and whom.
-- The same seal: all of it is sealed with the key of the referral's person.
alter table note
    add column how text check (how in ('call', 'visit', 'text', 'letter')),
    add column with_whom bytea,
    add constraint note_with_whom check ((how is null) = (with_whom is null));

insert into note (id, referral_id, at, how, with_whom, text, account_id)
select id, referral_id, at, how, with_whom, said, account_id from contact_note;

drop table contact_note;
