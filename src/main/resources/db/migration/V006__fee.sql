create table fee_consent (
    reference    text        primary key,
    text_version text        not null,
    text_hash    text        not null check (text_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the text that was shown
    amount_yen   integer     not null check (amount_yen > 0),
    consented_by text        not null,
    consented_at timestamptz not null
);
comment on table fee_consent is '発行料への同意';

create table fee (
    reference        text    primary key references fee_consent (reference),
    institution_code text    not null,
    amount_yen       integer not null check (amount_yen > 0),
    payment_method   text    not null check (payment_method in ('DEDUCTION', 'INVOICE')),
    posted_on        date    not null
);
comment on table fee is '発行料（1枚につき1件）';

create index fee_posted_on on fee (posted_on);
