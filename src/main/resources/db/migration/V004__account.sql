create table account (
    account_id       text        primary key check (account_id ~ '^[A-Za-z0-9._%+@-]{1,100}$'),
    name             text        not null check (char_length(name) between 1 and 100),
    mail             text        not null check (char_length(mail) between 3 and 254 and mail like '%_@_%'),
    roles            text[]      not null check (cardinality(roles) > 0),
    institution_code text        unique check (institution_code ~ '^[0-9]{10}$'), -- 1施設・1アカウント
    password_hash    text        not null, -- Argon2id with its parameters and salt, PHC string
    failures         integer     not null default 0 check (failures >= 0), -- since the last success or lock
    locked_until     timestamptz,
    created_at       timestamptz not null,
    check ((institution_code is not null) = (roles = array ['clinic'])),
    check (institution_code is not null or not roles @> array ['clinic'])
);
comment on table account is '利用者（アカウント）';

-- ids that differ in case only would look like one person on a screen
create unique index account_id_in_any_case on account (lower(account_id));
-- 同じメールアドレスを二つの医療機関コードで使うことはできない
create unique index account_mail_of_clinic on account (lower(mail)) where institution_code is not null;
create index account_roles on account using gin (roles);
