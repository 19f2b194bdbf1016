-- A message to a person that goes by letter or by call instead of by mail: somebody has a task.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
    check (state in ('waiting', 'claimed', 'sent', 'dropped', 'failed', 'other-way', 'told-otherwise'));

-- Each time somebody posted a letter or called, or could not.
create table telling (
    id        uuid primary key,
    mail_id   uuid        not null references outbox (id) on delete cascade,
    way       text        not null check (way in ('letter', 'call')),
    told      boolean     not null,
    told_by   uuid        references account (id),
    told_at   timestamptz not null
);
create index telling_mail on telling (mail_id);
