alter table account add column password_origin text not null default 'own'
                                              check (password_origin in ('own', 'given', 'migrated'));
comment on column account.password_origin is '本人が設定・管理者が設定・旧サイトから移行（後の二つは初回ログインで再設定）';
alter table account add column password_short boolean not null default false;
comment on column account.password_short is '13文字未満（二要素認証を使う間だけ有効）';

-- people log in by their mail address in whatever case
create index account_mail_in_any_case on account (lower(mail));

create table second_factor (
    account_id    text        primary key references account (account_id),
    sealed_secret bytea       not null, -- TOTP, RFC 6238; AES-256-GCM
    last_step     bigint      not null check (last_step >= 0), -- of the last code accepted: each is accepted once
    enrolled_at   timestamptz -- not before the first code has come
);
comment on table second_factor is '二要素認証（認証アプリ）';

create table recovery_code (
    account_id text        not null references account (account_id),
    code_hash  text        not null check (code_hash ~ '^[0-9a-f]{64}$'),
    used_at    timestamptz,
    primary key (account_id, code_hash)
);
comment on table recovery_code is '二要素認証の回復コード（1回限り）';

create table one_time_link (
    token_hash text        primary key check (token_hash ~ '^[0-9a-f]{64}$'), -- SHA-256; the token is in the mail only
    purpose    text        not null check (purpose in ('registration', 'password-reset', 'mail-change')),
    subject    text        not null, -- registration or account
    detail     text        not null default '', -- the new address of a mail-change
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    used_at    timestamptz
);
comment on table one_time_link is 'メールで送る1回限りのリンク';
create index one_time_link_subject on one_time_link (purpose, subject) where used_at is null;

create table attempt (
    kind     text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject  text        not null check (char_length(subject) between 1 and 100),
    since    timestamptz not null, -- the window in which we count began
    attempts integer     not null check (attempts > 0),
    primary key (kind, subject)
);
comment on table attempt is '回数制限（アカウント・メールアドレス・接続元ごと）';
