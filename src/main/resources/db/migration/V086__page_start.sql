-- a page that begins a case brings a token: the second time it leads to the case that the first time began
create table page_start (
    account_id text        not null references account (account_id),
    token      uuid        not null,
    case_id    text        not null check (char_length(case_id) <= 64),
    started_at timestamptz not null,
    primary key (account_id, token)
);
comment on table page_start is '開始の控え';
