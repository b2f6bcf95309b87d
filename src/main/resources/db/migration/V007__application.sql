create table application_draft (
    draft_id         uuid        primary key,
    institution_code text        not null,
    applicant        text        not null,
    opened_at        timestamptz not null,
    contact_name     text,
    terminal_name    text,
    consent_version  text,
    consent_hash     text,
    consent_yen      integer,
    consented_by     text,
    consented_at     timestamptz,
    check (num_nulls(contact_name, terminal_name) in (0, 2)),
    check (num_nulls(consent_version, consent_hash, consent_yen, consented_by, consented_at) in (0, 5))
);
comment on table application_draft is '電子証明書発行申請（提出前）';

create table certificate_application (
    application_number text        primary key check (application_number ~ '^\d{8}-\d{5}$'),
    institution_code   text        not null,
    applicant          text        not null,
    contact_name       text        not null check (char_length(contact_name) between 1 and 40),
    terminal_name      text        not null check (char_length(terminal_name) between 1 and 40),
    submitted_at       timestamptz not null,
    review_due         date        not null,
    expected_arrival   date        not null,
    state              text        not null check (state in ('submitted', 'approved', 'rejected')),
    decided_by         text,
    decided_at         timestamptz,
    rejection_reason   text,
    overdue_at         timestamptz, -- the office broke its promise at this moment
    extended_due       date,        -- and promised this day instead
    check ((overdue_at is null) = (extended_due is null)),
    check ((state = 'submitted') = (decided_by is null)),
    check ((state = 'submitted') = (decided_at is null)),
    check ((state = 'rejected') = (rejection_reason is not null))
);
comment on table certificate_application is '電子証明書発行申請';

create index certificate_application_institution on certificate_application (institution_code, submitted_at);

create sequence application_number minvalue 0 maxvalue 99999 cycle;
comment on sequence application_number is '受付番号の末尾5桁';
