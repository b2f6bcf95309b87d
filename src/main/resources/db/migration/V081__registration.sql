create table registration (
    registration_id  text        primary key check (registration_id ~ '^[0-9a-f-]{36}$'),
    mail             text        not null check (mail like '%_@_%' and char_length(mail) <= 100),
    state            text        not null
                                 check (state in ('requested', 'checking', 'opened', 'rejected', 'expired')),
    requested_at     timestamptz not null,
    institution_code text        check (institution_code ~ '^[0-9]{10}$'),
    name             text        check (char_length(name) between 1 and 100),
    phone            text        check (char_length(phone) between 1 and 20),
    password_hash    text, -- gone once the registration has ended
    mismatch         text        check (mismatch in ('unknown-code', 'differs', 'has-account')),
    decided_at       timestamptz,
    decided_by       text,
    reason           text,
    account_id       text        references account (account_id),
    check ((state in ('requested', 'expired')) = (institution_code is null)),
    check (num_nulls(institution_code, name, phone) in (0, 3)),
    check ((state in ('checking')) = (password_hash is not null)),
    check ((state = 'opened') = (account_id is not null)),
    check ((state = 'rejected') = (reason is not null))
);
comment on table registration is '新規ユーザー登録の申込み';
