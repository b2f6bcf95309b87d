create table qualification_application (
    application_id     uuid        primary key,
    application_number text        unique check (application_number ~ '^R\d{8}-\d{5}$'),
    institution_code   text        not null,
    applicant          text        not null,
    opened_at          timestamptz not null,
    contact_name       text        check (char_length(contact_name) between 1 and 40),
    payment_method     text        check (payment_method in ('DEDUCTION', 'INVOICE')), -- 控除, 払込
    answer_until       date        not null, -- last day for the clinic to go on, inclusive
    round              integer     not null default 0 check (round >= 0), -- how often it was submitted
    submitted_at       timestamptz,
    review_due         date,
    state              text        not null
        check (state in ('draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn', 'abandoned')),
    reason             text,        -- why it was returned or rejected
    decided_by         text,        -- who accepted, returned or rejected it
    closed_at          timestamptz,
    check ((contact_name is null) = (payment_method is null)),
    check (num_nulls(application_number, submitted_at, review_due) in (0, 3)),
    check ((application_number is null) = (round = 0)),
    check (state in ('draft', 'withdrawn', 'abandoned') or application_number is not null and contact_name is not null),
    check (state not in ('returned', 'rejected') or reason is not null),
    check (state not in ('returned', 'accepted', 'rejected') or decided_by is not null),
    check ((state in ('draft', 'submitted', 'returned')) = (closed_at is null))
);
comment on table qualification_application is 'オンライン資格確認の利用申請（受付から受理まで）';

-- an institution has one open application at most
create unique index qualification_application_open on qualification_application (institution_code)
    where closed_at is null;

create index qualification_application_institution on qualification_application (institution_code, submitted_at);

create sequence qualification_number minvalue 0 maxvalue 99999 cycle;
comment on sequence qualification_number is '利用申請の受付番号の末尾5桁';
