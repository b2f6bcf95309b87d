create table task_draft (
    task_id    text        not null check (char_length(task_id) between 1 and 64), -- of the engine, in its own schema
    account_id text        not null references account (account_id),
    fields     text        not null check (octet_length(fields) <= 200000), -- JSON, as typed and not checked yet
    saved_at   timestamptz not null,
    primary key (task_id, account_id)
);
comment on table task_draft is '入力の下書き';
