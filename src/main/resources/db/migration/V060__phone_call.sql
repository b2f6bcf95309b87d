create table phone_call (
    call_id          uuid        primary key,
    institution_code text        not null check (institution_code ~ '^[0-9]{10}$'),
    clinic           text        not null references account (account_id),
    caller           text        not null check (char_length(caller) between 1 and 40), -- as they said on the phone
    identity_check   text        not null
        check (identity_check in ('CALLBACK', 'REFERENCE_AND_NAME', 'REGISTERED_DETAILS')),
    taken_by         text        not null references account (account_id),
    opened_at        timestamptz not null,
    ended_at         timestamptz,
    ended_how        text        check (ended_how in ('BY_STAFF', 'TIMED_OUT')),
    note             text        check (char_length(note) <= 1000),
    check (num_nulls(ended_at, ended_how, note) in (0, 3)),
    check (ended_at >= opened_at)
);
comment on table phone_call is '電話での代行';

-- while a call is open, its staff acts for its clinic: there must be no doubt who for whom
create unique index phone_call_of_staff on phone_call (taken_by) where ended_at is null;
create unique index phone_call_of_institution on phone_call (institution_code) where ended_at is null;
create index phone_call_institution on phone_call (institution_code, opened_at);
