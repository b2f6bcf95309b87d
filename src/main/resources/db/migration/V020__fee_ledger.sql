-- a ledger: entries are only ever added; what should not stand is reversed by an entry of its own
alter table fee
    add column entry_id        bigint generated always as identity,
    add column kind            text   not null default 'POSTED' check (kind in ('POSTED', 'REVERSED')), -- 計上, 取消
    add column reverses        bigint,
    add column reason          text   check (char_length(reason) between 1 and 200),
    add column recorded_by     text   not null default 'process',
    add column statement_month date   check (extract(day from statement_month) = 1);
update fee set statement_month = date_trunc('month', posted_on)::date;
alter table fee
    alter column kind drop default,
    alter column recorded_by drop default,
    alter column statement_month set not null,
    drop constraint fee_pkey,
    add primary key (entry_id),
    add unique (reference, kind), -- one fee for a certificate, and at most one cancellation of it
    add foreign key (reverses) references fee (entry_id),
    add unique (reverses),
    add check ((kind = 'REVERSED') = (reverses is not null)),
    add check ((kind = 'REVERSED') = (reason is not null)),
    drop constraint fee_amount_yen_check,
    add check (amount_yen <> 0 and (amount_yen > 0) = (kind = 'POSTED'));
comment on table fee is '発行料元帳（1枚につき計上1件、取消は多くとも1件）';
comment on column fee.statement_month is '明細の月（締めた月の分は翌月に入る）';
comment on column fee.reverses is '取り消した計上';

drop index fee_posted_on;
create index fee_of_statement on fee (statement_month, payment_method, institution_code);
create index fee_of_consent on fee (consent_reference);

create trigger fee_append_only before update or delete or truncate on fee
    for each statement execute function refuse_change();
create trigger fee_consent_append_only before update or delete or truncate on fee_consent
    for each statement execute function refuse_change();
