create table fee_month (
    month           date        primary key check (extract(day from month) = 1),
    collection_month date       not null check (extract(day from collection_month) = 1),
    payment_due     date        not null,
    closed_at       timestamptz not null,
    closed_by       text        not null
);
comment on table fee_month is '締めた月';
comment on column fee_month.collection_month is '徴収月';
comment on column fee_month.payment_due is '払込請求書の支払期限';

-- what the registry said on the day of closing, so that a statement printed again is the same
create table fee_statement (
    statement_number text     primary key check (statement_number ~ '^\d{6}-\d{6}$'),
    month            date     not null references fee_month (month),
    payment_method   text     not null check (payment_method in ('DEDUCTION', 'INVOICE')),
    institution_code text     not null,
    name             text     not null,
    postal_code      text     not null,
    address          text     not null,
    posted           integer  not null check (posted >= 0),
    cancelled        integer  not null check (cancelled >= 0),
    amount_yen       bigint   not null,
    unique (month, payment_method, institution_code)
);
comment on table fee_statement is '発行料明細（月・支払方法・医療機関ごと）';
comment on column fee_statement.posted is '発行件数';
comment on column fee_statement.cancelled is '取消件数';

create trigger fee_month_append_only before update or delete or truncate on fee_month
    for each statement execute function refuse_change();
create trigger fee_statement_append_only before update or delete or truncate on fee_statement
    for each statement execute function refuse_change();
